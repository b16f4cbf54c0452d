using System.Text.RegularExpressions;
using System.Xml.Linq;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Texts;

/// <summary>Every text exists in both languages, is used, and says the same with the same placeholders.</summary>
public sealed partial class TextsTests
{
    static readonly string Web = Repository.At("src", "OcopScoring.Web");

    /// <summary>Keys made up from data: where each kind comes from.</summary>
    static readonly string[] Computed =
    [
        "Parts/DossierStateTag", "Parts/CertificateStateTag", "Parts/EvidenceKinds", "Parts/MissingList", "Pages/Council/SeatNames",
    ];

    static IEnumerable<string> Pages => Directory.EnumerateFiles(Web, "*.resx", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Web, f).Replace('\\', '/'))
        .Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal) && !f.StartsWith("obj", StringComparison.Ordinal))
        .Select(f => f[..^".resx".Length]).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Pages))]
    public void A_page_has_the_same_keys_in_both_languages(string page)
    {
        var (vi, en) = (Read(page, ""), Read(page, ".en"));

        Assert.That(en.Keys, Is.EquivalentTo(vi.Keys));
        foreach (var (key, text) in vi)
        {
            Assert.That(text, Is.Not.Empty, key);
            Assert.That(en[key], Is.Not.Empty, key);
            Assert.That(Placeholders(en[key]), Is.EquivalentTo(Placeholders(text)), key);
            Assert.That(text, Is.EqualTo(text.Normalize()), $"{key} is in composed form");
        }
    }

    [TestCaseSource(nameof(Pages))]
    public void Every_text_belongs_to_a_component_and_is_used_there(string page)
    {
        var source = SourceOf(page);
        if (Computed.Contains(page))
            return;
        var used = UsedIn(source);
        foreach (var key in Read(page, "").Keys)
            Assert.That(used.Any(pattern => pattern.IsMatch(key)), Is.True, $"'{key}' is not used in {page}");
    }

    [Test]
    public void Every_key_that_a_page_asks_for_exists()
    {
        foreach (var file in Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories))
        {
            var page = Path.GetRelativePath(Web, file).Replace('\\', '/')[..^".razor".Length];
            var source = File.ReadAllText(file);
            if (!source.Contains($"IStringLocalizer<{Path.GetFileName(page)}> T", StringComparison.Ordinal))
                continue;
            var known = Read(page, "");
            foreach (Match literal in Literal().Matches(source))
                Assert.That(known.Keys, Does.Contain(literal.Groups[1].Value), page);
        }
    }

    [Test]
    public void Computed_keys_exist_for_everything_they_are_computed_from()
    {
        Assert.That(Read("Parts/DossierStateTag", "").Keys, Is.EquivalentTo(Core.Dossiers.DossierStates.All.Select(s => s.Name)));
        Assert.That(Read("Parts/EvidenceKinds", "").Keys, Is.EquivalentTo(Core.Evidence.EvidenceInput.Kinds));
        Assert.That(Read("Parts/CertificateStateTag", "").Keys, Is.EquivalentTo(new[] { "in-force", "expired", "superseded", "revoked" }));
        Assert.That(Read("Parts/DossierFrame", "").Keys, Is.SupersetOf(Core.Cycles.RegimeKinds.All).And.SupersetOf(OcopScoring.Web.Pages.Addresses.DossierTabs.Select(t => t.Key)));
        Assert.That(Read("Pages/Public/VerifyPage", "").Keys, Is.SupersetOf(Enum.GetNames<Core.Recognition.CertificateState>().Select(s => $"state-{s}")));
        Assert.That(Read("Pages/Tasks/MyTasksPage", "").Keys, Is.SupersetOf(Enum.GetNames<Core.Tasks.DueGroup>()));
        Assert.That(Read("Parts/RoundResult", "").Keys, Is.SupersetOf(Enum.GetNames<Rubrics.CouncilStatus>()));
        Assert.That(Read("Pages/Council/SheetStateTag", "").Keys, Is.EquivalentTo(Enum.GetNames<Core.Scoring.SheetState>()));
        Assert.That(Read("Pages/Council/SeatNames", "").Keys, Is.SupersetOf(Enum.GetNames<Rubrics.SeatRole>().Select(r => r.ToLowerInvariant())));
        Assert.That(Read("Pages/Council/CouncilPage", "").Keys, Is.SupersetOf(Enum.GetNames<Rubrics.CouncilStatus>()));
        Assert.That(Read("Pages/Council/ResultArithmetic", "").Keys, Is.SupersetOf(Enum.GetNames<Rubrics.CouncilStatus>()));
        Assert.That(Read("Pages/Tasks/ActPage", "").Keys, Is.SupersetOf(Core.Dossiers.DossierStates.All.Select(s => $"ended-{s.Name}")));
        Assert.That(Read("Pages/Dossiers/OverviewPage", "").Keys, Is.SupersetOf(new[] { "cooperative", "cooperative-group", "enterprise", "farm", "household", "association" }.Select(t => $"type-{t}")));
    }

    static Dictionary<string, string> Read(string page, string language) =>
        XDocument.Load(Path.Combine(Web, page + language + ".resx")).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(m => m.Value).Distinct();

    /// <summary>The component itself and the code beside it, which may be handed its texts.</summary>
    static string SourceOf(string page)
    {
        var file = Path.Combine(Web, page);
        Assert.That(File.Exists(file + ".razor") || File.Exists(file + ".cs"), Is.True, $"{page} has texts and no component");
        return string.Join('\n', Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText));
    }

    /// <summary>Keys in quotes, and keys with a computed part as patterns.</summary>
    static List<Regex> UsedIn(string source) =>
    [
        .. Quoted().Matches(source).Select(m => new Regex($"^{Regex.Escape(m.Groups[1].Value)}$")),
        .. Interpolated().Matches(source).Select(m => new Regex($"^{Hole().Replace(Regex.Escape(m.Groups[1].Value), ".+")}$")),
        .. source.Contains(".ToString()]", StringComparison.Ordinal) ? new[] { new Regex("^[A-Z][A-Za-z]+$") } : [],
        .. source.Contains("Addresses.DossierTabs", StringComparison.Ordinal) ? OcopScoring.Web.Pages.Addresses.DossierTabs.Select(tab => new Regex($"^{tab.Key}$")) : [],
        .. source.Contains("T[Head.Kind]", StringComparison.Ordinal) ? Core.Cycles.RegimeKinds.All.Select(k => new Regex($"^{k}$")) : [],
    ];

    [GeneratedRegex("T\\[\"([^\"]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("(?<!\\$)\"([A-Za-z][A-Za-z0-9.-]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("\\$\"([^\"]*\\{[^\"]*)\"")]
    private static partial Regex Interpolated();

    [GeneratedRegex("\\\\\\{[^}]*\\}")]
    private static partial Regex Hole();

    [GeneratedRegex("\\{\\d+\\}")]
    private static partial Regex Placeholder();
}
