namespace OcopScoring.Web.Parts;

/// <summary>Carries the names of the kinds of evidence, which several pages show.</summary>
public sealed class EvidenceKinds;
