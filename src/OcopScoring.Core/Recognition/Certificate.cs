using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OcopScoring.Core.Dossiers;

namespace OcopScoring.Core.Recognition;

/// <summary>
/// A recognition (công nhận) with its certificate: everything that is printed, as of the decision. Valid from the day of the
/// decision to <see cref="ValidUntil"/>, both included, unless superseded or revoked before.
/// </summary>
public sealed class Certificate
{
    public CertificateId Id { get; init; } = CertificateId.New();

    public required DossierId DossierId { get; init; }

    public required ProducerId ProducerId { get; init; }

    public required string ProductKey { get; init; }

    public required string Number { get; init; }

    /// <summary>The number as it stands in an address: its slashes written as hyphens.</summary>
    public required string Slug { get; init; }

    public required string IssuerCode { get; init; }

    public required int Year { get; init; }

    public required int Serial { get; init; }

    public required string IssuedByTier { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required DateOnly ValidUntil { get; init; }

    public required int Stars { get; init; }

    /// <summary>The exact mean of the deciding council result: "412/5".</summary>
    public required string Mean { get; init; }

    /// <summary>What is printed, as JSON of <see cref="CertificateData"/>.</summary>
    public required string Data { get; init; }

    public CertificateId? SupersededById { get; set; }

    public DateOnly? SupersededOn { get; set; }

    public DateOnly? RevokedOn { get; set; }

    /// <summary>SHA-256 of the PDF as issued; null until it was rendered.</summary>
    public string? PdfSha256 { get; set; }

    /// <summary>What somebody who looks at the certificate on a day is told.</summary>
    public CertificateState StateOn(DateOnly day) => this switch
    {
        { RevokedOn: { } revoked } when revoked <= day => CertificateState.Revoked,
        { SupersededOn: { } superseded } when superseded <= day => CertificateState.Superseded,
        _ when day > ValidUntil => CertificateState.Expired,
        _ => CertificateState.InForce,
    };
}

public enum CertificateState
{
    InForce = 0,
    Expired = 1,
    Superseded = 2,
    Revoked = 3,
}

/// <summary>The last serial that an authority gave out in a year; its row is locked from the number's issue to the commit, so that no number is lost.</summary>
public sealed class CertificateSerial
{
    public required string IssuerCode { get; init; }

    public required int Year { get; init; }

    public required int Last { get; init; }
}

sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> table)
    {
        table.ToTable("certificates");
        table.HasIndex(c => c.Number).IsUnique();
        table.HasIndex(c => c.Slug).IsUnique();
        table.HasIndex(c => c.DossierId).IsUnique();
        table.HasIndex(c => new { c.IssuerCode, c.Year, c.Serial }).IsUnique();
        table.HasIndex(c => new { c.ProducerId, c.ProductKey });
        table.HasIndex(c => c.PdfSha256);
        table.Property(c => c.Data).HasColumnType("jsonb");
        table.HasOne<Dossier>().WithMany().HasForeignKey(c => c.DossierId);
        table.HasOne<Certificate>().WithMany().HasForeignKey(c => c.SupersededById);
    }
}

sealed class CertificateSerialMapping : IEntityTypeConfiguration<CertificateSerial>
{
    public void Configure(EntityTypeBuilder<CertificateSerial> table)
    {
        table.ToTable("certificate_serials");
        table.HasKey(s => new { s.IssuerCode, s.Year });
    }
}
