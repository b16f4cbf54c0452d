using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.Recognition;

namespace OcopScoring.Core.Dossiers;

/// <summary>
/// A product dossier (hồ sơ sản phẩm): the registration form (Mẫu 01), the self-assessment (Mẫu 02) and the evidence,
/// submitted in a cycle. Where it stands in its flow is the workflow instance's affair; <see cref="State"/> is what is left of it at the end.
/// </summary>
public sealed class Dossier
{
    public DossierId Id { get; init; } = DossierId.New();

    public required CycleId CycleId { get; init; }

    /// <summary>The id that people use, unique within its cycle.</summary>
    public required string Code { get; init; }

    public required string Kind { get; init; }

    public required int SetNo { get; init; }

    public required Guid RubricVersionId { get; init; }

    public required DateOnly SubmittedOn { get; init; }

    public required ProducerId ProducerId { get; init; }

    public required Product Product { get; init; }

    /// <summary>What the dossier states of its producer; it holds for this dossier.</summary>
    public required ProducerStatement Producer { get; init; }

    /// <summary>The product's name without regard to case and spaces; with the producer it says what "the same product" is.</summary>
    public required string ProductKey { get; init; }

    public CertificateId? PreviousCertificateId { get; init; }

    public required string CommuneCode { get; init; }

    public string? DistrictCode { get; init; }

    public required string ProvinceCode { get; init; }

    /// <summary>The highest tier that the dossier has reached.</summary>
    public required string Tier { get; set; }

    /// <summary>Product code `PROVINCE-COMMUNE-SERIAL-YEAR`, the serial kept by the commune (QĐ26 Phụ lục II).</summary>
    public required string ProductCode { get; init; }

    /// <summary>JSON object: each leaf of the rubric with an option's id, or null.</summary>
    public required string SelfAssessment { get; set; }

    public DossierState State { get; set; }

    /// <summary>While a script is played, only it moves the dossier's clock: no pump fires its timers.</summary>
    public bool IsPlayed { get; set; }

    /// <summary>How many entries of its script were carried out.</summary>
    public int ScriptPosition { get; set; }

    public List<EvidenceItem> Evidence { get; } = [];

    public uint Version { get; init; }

    /// <summary>The code of the unit that a tier of this kind of locality belongs to; null for the country.</summary>
    public string? LocalityAt(string localityKind) => localityKind switch
    {
        "commune" => CommuneCode,
        "district" => DistrictCode,
        "province" => ProvinceCode,
        _ => null,
    };
}

/// <summary>Where a dossier ended; <see cref="Waiting"/> as long as its flow has not.</summary>
public enum DossierState
{
    Waiting = 0,
    Recognised = 1,
    NotRecognised = 2,
    Rejected = 3,
    Withdrawn = 4,
    Expired = 5,
}

public sealed record Product(string Name, string? NameEn, string Specification, string Description);

/// <summary>Who submits, as stated in the registration form (Mẫu 01).</summary>
public sealed record ProducerStatement
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    [Personal]
    public required string TaxCode { get; init; }

    public required string Address { get; init; }

    [Personal]
    public required string Phone { get; init; }

    [Personal]
    public required string Email { get; init; }

    public required string RepresentativePost { get; init; }
}

/// <summary>A producer (chủ thể), known by the tax code; everything else it states in each dossier anew.</summary>
public sealed class Producer
{
    public ProducerId Id { get; init; } = ProducerId.New();

    [Personal]
    public required string TaxCode { get; init; }
}

/// <summary>The last serial that a commune gave to a product in a year.</summary>
public sealed class ProductSerial
{
    public required string CommuneCode { get; init; }

    public required int Year { get; init; }

    public required int Last { get; init; }
}

sealed class DossierMapping : IEntityTypeConfiguration<Dossier>
{
    public void Configure(EntityTypeBuilder<Dossier> table)
    {
        table.ToTable("dossiers");
        table.HasIndex(d => new { d.CycleId, d.Code }).IsUnique();
        table.HasIndex(d => new { d.ProducerId, d.ProductKey });
        table.HasIndex(d => d.State);
        table.Property(d => d.SelfAssessment).HasColumnType("jsonb");
        table.Property(d => d.Version).IsRowVersion();
        table.ComplexProperty(d => d.Product);
        table.ComplexProperty(d => d.Producer);
        table.HasOne<Cycle>().WithMany().HasForeignKey(d => d.CycleId);
        table.HasOne<Producer>().WithMany().HasForeignKey(d => d.ProducerId);
        table.HasOne<RubricVersion>().WithMany().HasForeignKey(d => d.RubricVersionId);
        table.HasOne<Certificate>().WithMany().HasForeignKey(d => d.PreviousCertificateId);
        table.HasMany(d => d.Evidence).WithOne().HasForeignKey(e => e.DossierId);
    }
}

sealed class ProducerMapping : IEntityTypeConfiguration<Producer>
{
    public void Configure(EntityTypeBuilder<Producer> table)
    {
        table.ToTable("producers");
        table.HasIndex(p => p.TaxCode).IsUnique();
    }
}

sealed class ProductSerialMapping : IEntityTypeConfiguration<ProductSerial>
{
    public void Configure(EntityTypeBuilder<ProductSerial> table)
    {
        table.ToTable("product_serials");
        table.HasKey(s => new { s.CommuneCode, s.Year });
    }
}
