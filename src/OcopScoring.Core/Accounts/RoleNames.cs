namespace OcopScoring.Core.Accounts;

/// <summary>The roles that are not named by a regime's tiers.</summary>
public static class RoleNames
{
    public const string Producer = "producer";
    public const string CommuneOfficer = "commune-officer";
    public const string Council = "council";
    public const string Administrator = "administrator";
}
