using OcopScoring.Core;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Tasks;

namespace OcopScoring.Web.Pages;

/// <summary>Where pages are. Whoever links to one asks here.</summary>
public static class Addresses
{
    /// <summary>What follows the dossier's address, and the key of the tab's name.</summary>
    public static readonly IReadOnlyList<(string Path, string Key)> DossierTabs =
    [
        ("", "overview"),
        ("/evidence", "evidence"),
        ("/self-assessment", "self-assessment"),
        ("/reports", "reports"),
        ("/rounds", "rounds"),
        ("/history", "history"),
    ];

    public static string Dossier(DossierId id) => $"/dossiers/{id.Value}";

    /// <summary>Where the task is done: a council's on its own pages, any other on the dossier's.</summary>
    public static string Task(DossierId dossier, OpenTask task) => task.Role == RoleNames.Council ? $"{Council}#d-{dossier.Value}" : Task(dossier, task.Id);

    public static string Task(WorkItem item) => item.Round is { } round ? CouncilSheet(round) : Task(item.Dossier, item.Task);

    public static string Task(DossierId dossier, TaskId task) => $"{Dossier(dossier)}/act/{task.Value}";

    public static string Verification(string slug) => $"/verify/{Uri.EscapeDataString(slug)}";

    public static string CertificatePdf(string slug) => $"{Verification(slug)}/certificate.pdf";

    public static string CertificatePng(string slug) => $"{Verification(slug)}/certificate.png";

    public static string Evidence(Guid id) => $"/evidence/{id}";

    /// <summary>Where council members find the rounds that they score in.</summary>
    public static string Council => "/council";

    public static string CouncilSheet(RoundId round) => $"{Council}/rounds/{round.Value}/sheet";

    public static string CouncilBoard(RoundId round) => $"{Council}/rounds/{round.Value}/board";
}
