using Microsoft.AspNetCore.Identity;

namespace OcopScoring.Core.Accounts;

/// <summary>Somebody who signs in. What they may do follows from their <see cref="RoleAssignment"/>s.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Shown on pages and in histories; demo accounts are named by role.</summary>
    public required string DisplayName { get; set; }

    public bool IsDemo { get; init; }

    public List<RoleAssignment> Assignments { get; } = [];
}

/// <summary>A role held from a day to a day (both included; null: open), in one locality or everywhere.</summary>
public sealed class RoleAssignment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required string Role { get; init; }

    public string? LocalityCode { get; init; }

    public ProducerId? ProducerId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; set; }
}
