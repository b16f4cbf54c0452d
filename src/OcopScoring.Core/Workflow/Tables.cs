using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Dossiers;

namespace OcopScoring.Core.Workflow;

/// <summary>The running flow of a dossier. Its row is locked for a burst; its state is the fold of its journal.</summary>
public sealed class WorkflowInstance
{
    public required DossierId DossierId { get; init; }

    public required Guid WorkflowVersionId { get; init; }

    /// <summary>The engine's state, JSON text as the engine wrote it.</summary>
    public required string State { get; set; }

    public required string Status { get; set; }

    /// <summary>The number and hash of the last journal row.</summary>
    public int Sequence { get; set; }

    public string Hash { get; set; } = "";

    public int ClosedTasks { get; set; }
}

/// <summary>One step of a dossier: what came in, and what the engine made of it. Append-only; each row carries the hash of the one before.</summary>
public sealed class JournalEntry
{
    public required DossierId DossierId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>started, resumed, due.</summary>
    public required string Kind { get; init; }

    public string? Activity { get; init; }

    /// <summary>The id of the task, where a person's task was resumed.</summary>
    public string? Task { get; init; }

    public string? Outcome { get; init; }

    /// <summary>The role in which it was done; `system` for the program itself.</summary>
    public required string Role { get; init; }

    public Guid? AccountId { get; init; }

    /// <summary>JSON text: the stimulus exactly as the engine got it, so that the state can be computed again.</summary>
    public required string Stimulus { get; init; }

    public string? Note { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }
}

/// <summary>Something that falls due for a bookmark: its overdue outcome, or a reminder.</summary>
public sealed class WorkflowTimer
{
    public required DossierId DossierId { get; init; }

    public required int Bookmark { get; init; }

    public required TimerKind Kind { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }
}

public enum TimerKind
{
    Due = 0,
    Reminder = 1,
}

/// <summary>Something to be done outside the transaction that decided it: at least once, by any node, with a lease.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DossierId DossierId { get; init; }

    /// <summary>certificate or notice.</summary>
    public required string Kind { get; init; }

    public required string Payload { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next, by the real clock.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    /// <summary>True after the last attempt: an administrator has to look.</summary>
    public bool IsDead { get; set; }
}

sealed class WorkflowInstanceMapping : IEntityTypeConfiguration<WorkflowInstance>
{
    public void Configure(EntityTypeBuilder<WorkflowInstance> table)
    {
        table.ToTable("workflow_instances");
        table.HasKey(i => i.DossierId);
        table.HasOne<Dossier>().WithOne().HasForeignKey<WorkflowInstance>(i => i.DossierId);
        table.HasOne<WorkflowVersion>().WithMany().HasForeignKey(i => i.WorkflowVersionId);
    }
}

sealed class JournalMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> table)
    {
        table.ToTable("workflow_journal");
        table.HasKey(j => new { j.DossierId, j.Sequence });
    }
}

sealed class TimerMapping : IEntityTypeConfiguration<WorkflowTimer>
{
    public void Configure(EntityTypeBuilder<WorkflowTimer> table)
    {
        table.ToTable("timers");
        table.HasKey(t => new { t.DossierId, t.Bookmark, t.Kind, t.DueAt });
        table.HasIndex(t => t.DueAt);
    }
}

sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("outbox");
        table.HasIndex(m => m.NotBefore).HasFilter("not is_dead");
        table.HasIndex(m => m.DossierId);
    }
}
