namespace OcopScoring.Core.Accounts;

/// <summary>The roles that are not named by a regime's tiers.</summary>
public static class RoleNames
{
    public const string Producer = "producer";
    public const string CommuneOfficer = "commune-officer";
    public const string Council = "council";
    public const string Administrator = "administrator";

    /// <summary>The tier that a role such as `province-secretary` belongs to: roles of a tier begin with its id. Null for the others.</summary>
    public static string? TierOf(string role) => role.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? role[..end] : null;
}
