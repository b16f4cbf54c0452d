using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Looks;

/// <summary>Every page that people see, with somebody who may see it. A test holds that none is missing.</summary>
static class EveryPage
{
    public static readonly (string Name, string User, string Address)[] All =
    [
        ("home", "", "/"),
        ("registry", "", "/registry"),
        ("registry, nothing found", "", "/registry?q=khong-co-san-pham-nay"),
        ("certificate in force", "", "/verify/0001-2026-GCN-OCOP-TW"),
        ("certificate superseded", "", "/verify/0001-2026-GCN-OCOP-68"),
        ("certificate unknown", "", "/verify/9999-2026-GCN-OCOP-68"),
        ("sign-in", "", "/sign-in"),
        ("sign-out", "administrator", "/sign-out"),
        ("no such page", "", "/nope"),
        ("tasks", "commune-officer", "/tasks"),
        ("tasks, none", Cast.OtherProducer, "/tasks"),
        ("producer", "producer", "/producer"),
        ("dossiers", "administrator", "/dossiers"),
        ("dossier", "province-chair", "dossier:wait-decision-grouper"),
        ("evidence", "administrator", "dossier:coffee-5star/evidence"),
        ("self-assessment", "administrator", "dossier:coffee-5star/self-assessment"),
        ("reports", "administrator", "dossier:coffee-5star/reports"),
        ("rounds", "administrator", "dossier:soap-mark-unmet/rounds"),
        ("history", "administrator", "dossier:rose-decision-returned/history"),
        ("appraisal", "commune-officer", "task:wait-commune-mushroom"),
        ("decision", "province-chair", "task:wait-decision-grouper"),
        ("supplement", "producer", "task:wait-supplement-squid"),
        ("council", "council-chair", "/council"),
        ("sheet", "council-member-2", "round:wait-council-cake/sheet"),
        ("board", "council-chair", "round:wait-council-cake/board"),
        ("board, closed", "administrator", "round:soap-mark-unmet/board"),
        ("another role's dossier", Cast.OfficerElsewhere, "dossier:wait-supplement-squid"),
    ];

    /// <summary>The address of a page on a site.</summary>
    public static async Task<string> AddressAsync(WebSite site, string address)
    {
        if (address.Split(':', 2) is not [var kind, var rest])
            return address;
        if (kind == "task")
            return await site.AddressOfTaskAsync(rest);
        if (kind == "round")
            return rest.Split('/') is [var of, var page] ? $"/council/rounds/{(await site.RoundAsync(of)).Value}/{page}" : throw new ArgumentException(address, nameof(address));
        var (code, tab) = rest.Split('/', 2) is [var c, var t] ? (c, "/" + t) : (rest, "");
        return await site.AddressOfAsync(code) + tab;
    }
}
