using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Councils;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.Localities;
using OcopScoring.Core.Notices;
using OcopScoring.Core.Recognition;
using OcopScoring.Core.Scoring;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Core.Database;

/// <summary>The one database. Every entity's mapping stands beside it in its feature's folder.</summary>
public sealed class OcopDb(DbContextOptions<OcopDb> options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Locality> Localities => Set<Locality>();

    public DbSet<RegimeVersion> RegimeVersions => Set<RegimeVersion>();

    public DbSet<WorkflowVersion> WorkflowVersions => Set<WorkflowVersion>();

    public DbSet<RubricVersion> RubricVersions => Set<RubricVersion>();

    public DbSet<Cycle> Cycles => Set<Cycle>();

    public DbSet<Producer> Producers => Set<Producer>();

    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<EvidenceItem> Evidence => Set<EvidenceItem>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<DossierTask> Tasks => Set<DossierTask>();

    public DbSet<Council> Councils => Set<Council>();

    public DbSet<Seat> Seats => Set<Seat>();

    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<Sheet> Sheets => Set<Sheet>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<WorkflowInstance> Instances => Set<WorkflowInstance>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<WorkflowTimer> Timers => Set<WorkflowTimer>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(OcopDb).Assembly);
        builder.Entity<CommandKey>().ToTable("command_keys").HasKey(k => k.Key);
        foreach (var entity in builder.Model.GetEntityTypes())
            if (entity.GetTableName() is { } table && table.StartsWith("AspNet", StringComparison.Ordinal))
                entity.SetTableName("account_" + table[6..].ToLowerInvariant());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Converted<CycleId>(configurationBuilder);
        Converted<ProducerId>(configurationBuilder);
        Converted<DossierId>(configurationBuilder);
        Converted<TaskId>(configurationBuilder);
        Converted<CouncilId>(configurationBuilder);
        Converted<RoundId>(configurationBuilder);
        Converted<CertificateId>(configurationBuilder);
    }

    static void Converted<T>(ModelConfigurationBuilder configuration) where T : struct, IEntityId<T> =>
        configuration.Properties<T>().HaveConversion<EntityIdConverter<T>>();
}
