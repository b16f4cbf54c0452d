using OcopScoring.Rubrics;

namespace OcopScoring.Core.Dossiers;

/// <summary>What <see cref="Completeness"/> finds missing, told apart: blank fields of the registration form, and criteria without evidence.</summary>
public sealed record MissingEvidence(IReadOnlyList<string> Fields, IReadOnlyList<MissingCriterion> Criteria)
{
    public bool IsComplete => Fields.Count == 0 && Criteria.Count == 0;

    public static MissingEvidence Of(IReadOnlyList<string> missing, Rubric rubric) => new(
        [.. missing.Where(m => rubric.FindLeaf(m) is null)],
        [.. missing.Select(rubric.FindLeaf).OfType<Criterion>().Select(l => new MissingCriterion(l.Id, new Text(l.LabelVi, l.LabelEn)))]);
}

public sealed record MissingCriterion(string Criterion, Text Title);
