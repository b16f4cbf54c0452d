using System.Linq.Expressions;

namespace OcopScoring.Core.Recognition;

/// <summary>Which certificates hold on a day; the same rule as <see cref="Certificate.StateOn"/>, for queries.</summary>
public static class CertificatesOn
{
    public static Expression<Func<Certificate, bool>> InForce(DateOnly day) => c =>
        (c.RevokedOn == null || c.RevokedOn > day) && (c.SupersededOn == null || c.SupersededOn > day) && c.IssuedOn <= day && day <= c.ValidUntil;
}
