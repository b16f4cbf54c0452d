namespace OcopScoring.Core.Dossiers;

/// <summary>The names of states as flows, scripts and programs write them.</summary>
public static class DossierStates
{
    static readonly (DossierState State, string Name)[] Names =
    [
        (DossierState.Waiting, "waiting"),
        (DossierState.Recognised, "recognised"),
        (DossierState.NotRecognised, "not-recognised"),
        (DossierState.Rejected, "rejected"),
        (DossierState.Withdrawn, "withdrawn"),
        (DossierState.Expired, "expired"),
    ];

    public static IReadOnlyList<(DossierState State, string Name)> All => Names;

    public static string NameOf(DossierState state) => Names.Single(n => n.State == state).Name;

    public static DossierState Parse(string name) => Names.Single(n => n.Name == name).State;
}
