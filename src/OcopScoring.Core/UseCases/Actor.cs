namespace OcopScoring.Core.UseCases;

/// <summary>A role somebody holds, in one place or, where <paramref name="LocalityCode"/> is null, everywhere.</summary>
public sealed record HeldRole(string Role, string? LocalityCode = null, ProducerId? Producer = null);

/// <summary>Who runs a use case. The program itself, and a script that plays the role of a task, are actors too.</summary>
public sealed record Actor(AccountId? Account, string Kind, IReadOnlyList<HeldRole> Roles)
{
    public static readonly Actor Nobody = new(null, "anonymous", []);

    /// <summary>The program: timers, the pump, migrations, intake from folders.</summary>
    public static readonly Actor System = new(null, "system", []);

    public static Actor Playing(string role, string? localityCode) => new(null, "script", [new HeldRole(role, localityCode)]);

    public bool IsSystem => Kind == "system";

    public bool IsSignedIn => Account is not null;

    public string MainRole => Roles.Count > 0 ? Roles[0].Role : Kind;

    public bool IsAdministrator => Roles.Any(r => r.Role == Accounts.RoleNames.Administrator);

    public bool Holds(string role, string? localityCode) => Roles.Any(r => r.Role == role && (r.LocalityCode is null || r.LocalityCode == localityCode));
}

/// <summary>The actor of the current scope: set by the web from the signed-in account, by the program for itself.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.Nobody;
}
