namespace OcopScoring.Documents;

/// <summary>What stands in the way of a certificate; empty when it can be drawn.</summary>
public sealed record FitReport(IReadOnlyList<FitProblem> Problems)
{
    public bool Fits => Problems.Count == 0;
}

/// <summary>
/// One refusal. <see cref="Field"/> is the property of the model; <see cref="Code"/> is stable:
/// <c>too-long</c> (more lines at the smallest size than there is room for: <see cref="Needs"/> lines, <see cref="Has"/> allowed),
/// <c>no-room</c> (all texts together, field <c>Page</c>), <c>characters</c> (letters no face of the certificate has), <c>empty</c>, or <c>value</c> (outside its range).
/// </summary>
public sealed record FitProblem(string Field, string Code, string MessageVi, string MessageEn)
{
    /// <summary>Lines the text takes at <see cref="AtSize"/>; 0 when it is no matter of length.</summary>
    public int Needs { get; init; }

    /// <summary>Lines allowed.</summary>
    public int Has { get; init; }

    /// <summary>The smallest size in points at which it was tried.</summary>
    public double AtSize { get; init; }
}

public sealed class CertificateDoesNotFitException : InvalidOperationException
{
    public CertificateDoesNotFitException(FitReport report)
        : base("The certificate cannot be drawn: " + string.Join(" ", report.Problems.Select(p => $"{p.Field}: {p.MessageEn}")))
        => Report = report;

    public FitReport Report { get; }
}
