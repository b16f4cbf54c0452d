using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Security;

/// <summary>Every endpoint there is, and what each kind of visitor gets of it.</summary>
public sealed class PermissionMatrixTests
{
    const string Yes = "200", No = "403", SignIn = "sign-in", Gone = "404", Elsewhere = "redirect", File = "200", FormsOnly = "405";

    static readonly string[] Actors =
        [Cast.Nobody, "producer", Cast.OtherProducer, Cast.OfficerHere, Cast.OfficerElsewhere, "province-secretary", Cast.SecretaryElsewhere, "council-member-1", Cast.MemberWithoutSheet, "administrator"];

    /// <summary>Pattern of the endpoint; an address of it; the answers in the order of <see cref="Actors"/>.</summary>
    static readonly (string Pattern, string Address, string[] Answers)[] Matrix =
    [
        ("/", "/", Everybody(Yes)),
        ("/registry", "/registry", Everybody(Yes)),
        ("/verify/{Slug}", "/verify/0001-2026-GCN-OCOP-TW", Everybody(Yes)),
        ("/verify/{slug}/certificate.pdf", "/verify/0001-2026-GCN-OCOP-TW/certificate.pdf", Everybody(File)),
        ("/verify/{slug}/certificate.png", "/verify/0001-2026-GCN-OCOP-TW/certificate.png", Everybody(File)),
        ("/sign-in", "/sign-in", Everybody(Yes)),
        ("/sign-out", "/sign-out", Everybody(Yes)),
        ("/language/{language:regex(^(vi|en)$)}", "/language/vi", Everybody(Elsewhere)),
        ("/assets/{name}", "/assets/nothing.css", Everybody(Gone)),
        ("/health/live", "/health/live", Everybody(Yes)),
        ("/health/ready", "/health/ready", Everybody(Yes)),
        ("/tasks", "/tasks", [SignIn, Yes, Yes, Yes, Yes, Yes, Yes, Yes, Yes, Yes]),
        ("/producer", "/producer", [SignIn, Yes, Yes, No, No, No, No, No, No, No]),
        ("/dossiers", "/dossiers", [SignIn, Yes, Yes, Yes, Yes, Yes, Yes, Yes, Yes, Yes]),
        // A dossier that waits for the producer, asked by the province: the commune and the province had tasks.
        ("/dossiers/{Id:guid}", "/dossiers/{supplement}", [SignIn, Yes, No, No, No, Yes, No, No, No, Yes]),
        ("/dossiers/{Id:guid}/evidence", "/dossiers/{supplement}/evidence", [SignIn, Yes, No, No, No, Yes, No, No, No, Yes]),
        ("/dossiers/{Id:guid}/self-assessment", "/dossiers/{supplement}/self-assessment", [SignIn, Yes, No, No, No, Yes, No, No, No, Yes]),
        ("/dossiers/{Id:guid}/reports", "/dossiers/{supplement}/reports", [SignIn, Yes, No, No, No, Yes, No, No, No, Yes]),
        ("/dossiers/{Id:guid}/rounds", "/dossiers/{supplement}/rounds", [SignIn, Yes, No, No, No, Yes, No, No, No, Yes]),
        ("/dossiers/{Id:guid}/history", "/dossiers/{supplement}/history", [SignIn, Yes, No, No, No, Yes, No, No, No, Yes]),
        ("/dossiers/{Id:guid}/act/{TaskGuid:guid}", "/dossiers/{supplement}/act/{supplementTask}", [SignIn, Yes, No, No, No, No, No, No, No, No]),
        // A dossier that waits for its commune: nobody above has seen it.
        ("/dossiers/{Id:guid}", "/dossiers/{commune}", [SignIn, No, No, Yes, No, No, No, No, No, Yes]),
        ("/dossiers/{Id:guid}/act/{TaskGuid:guid}", "/dossiers/{commune}/act/{communeTask}", [SignIn, No, No, Yes, No, No, No, No, No, No]),
        // One that waits for the provincial council, whose members have sheets.
        ("/dossiers/{Id:guid}", "/dossiers/{council}", [SignIn, No, No, No, No, Yes, No, Yes, No, Yes]),
        ("/council", "/council", [SignIn, No, No, No, No, No, No, Yes, Yes, No]),
        ("/council/rounds/{RoundGuid:guid}/sheet", "/council/rounds/{round}/sheet", [SignIn, No, No, No, No, No, No, Yes, No, No]),
        ("/council/rounds/{RoundGuid:guid}/board", "/council/rounds/{round}/board", [SignIn, No, No, No, No, No, No, No, No, No]),
        ("/council/rounds/{RoundGuid:guid}/board", "/council/rounds/00000000-0000-0000-0000-000000000001/board", [SignIn, Gone, Gone, Gone, Gone, Gone, Gone, Gone, Gone, Gone]),
        // Takes forms alone; who may send one is tested with the sheet.
        ("/council/rounds/{round:guid}/sheet/save", "/council/rounds/{round}/sheet/save", Everybody(FormsOnly)),
        ("/evidence/{id:guid}", "/evidence/{evidenceOfCouncil}", [SignIn, No, No, No, No, File, No, File, No, File]),
        ("/evidence/{id:guid}", "/evidence/00000000-0000-0000-0000-000000000001", [SignIn, Gone, Gone, Gone, Gone, Gone, Gone, Gone, Gone, Gone]),
        ("/dossiers/{Id:guid}", "/dossiers/00000000-0000-0000-0000-000000000001", [SignIn, Gone, Gone, Gone, Gone, Gone, Gone, Gone, Gone, Gone]),
    ];

    WebSite site = null!;

    static string[] Everybody(string answer) => [.. Actors.Select(_ => answer)];

    [OneTimeSetUp]
    public async Task OpenAsync() => site = await WebSite.OpenAsync();

    [OneTimeTearDown]
    public async Task CloseAsync() => await site.DisposeAsync();

    [Test]
    public void Every_endpoint_is_in_the_matrix()
    {
        var mapped = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
            .Where(pattern => !pattern.StartsWith("/_", StringComparison.Ordinal))
            .ToHashSet();

        Assert.That(Matrix.Select(row => row.Pattern).ToHashSet(), Is.EquivalentTo(mapped));
    }

    [TestCaseSource(nameof(Actors))]
    public async Task Each_visitor_gets_what_is_theirs(string actor)
    {
        using var visitor = await site.SignInAsync(actor);
        foreach (var (_, address, answers) in Matrix)
        {
            var answer = await visitor.GetAsync(await FillAsync(address));
            Assert.That(Describe(answer), Is.EqualTo(answers[Array.IndexOf(Actors, actor)]), $"{address} for '{actor}'");
            if ((int)answer.Status is 403 or 404 && !address.StartsWith("/assets", StringComparison.Ordinal))
                Assert.That(answer.Text, Does.Contain("Trang này dành cho vai trò khác").Or.Contain("Không có"), $"{address} for '{actor}' is no bare refusal");
        }
    }

    [Test]
    public async Task Who_may_not_see_a_dossier_is_told_which_roles_may()
    {
        using var visitor = await site.SignInAsync(Cast.OfficerElsewhere);

        var answer = await visitor.GetAsync(await FillAsync("/dossiers/{supplement}"));

        Assert.That(answer.Text, Does.Contain("Hồ sơ này chỉ mở cho: Chủ thể OCOP; Cán bộ phụ trách OCOP cấp xã; Cơ quan tham mưu quản lý OCOP cấp tỉnh"));
        Assert.That(answer.Text, Does.Not.Contain("Mực một nắng"));
    }

    static string Describe(Answer answer) => answer.Location switch
    {
        null => ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture),
        var to when to.Contains("/sign-in", StringComparison.Ordinal) => SignIn,
        _ => Elsewhere,
    };

    async Task<string> FillAsync(string address)
    {
        var (supplement, commune, council) = (await site.OpenTaskAsync("wait-supplement-squid"), await site.OpenTaskAsync(Cast.WaitingDossier), await site.DossierAsync("wait-council-cake"));
        var evidence = await site.ReadAsync(db => db.Evidence.Where(e => e.DossierId == council.Id).Select(e => e.Id).FirstAsync());
        return address
            .Replace("{supplementTask}", supplement.Id.Value.ToString(), StringComparison.Ordinal)
            .Replace("{supplement}", supplement.DossierId.Value.ToString(), StringComparison.Ordinal)
            .Replace("{communeTask}", commune.Id.Value.ToString(), StringComparison.Ordinal)
            .Replace("{commune}", commune.DossierId.Value.ToString(), StringComparison.Ordinal)
            .Replace("{council}", council.Id.Value.ToString(), StringComparison.Ordinal)
            .Replace("{round}", (await site.RoundAsync("wait-council-cake")).Value.ToString(), StringComparison.Ordinal)
            .Replace("{evidenceOfCouncil}", evidence.ToString(), StringComparison.Ordinal);
    }
}
