using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Core.Tasks;

/// <summary>Tourism services are visited before the first advisory team calls them ready (regime: siteVisit).</summary>
static class SiteVisit
{
    public static async Task<Refusal?> RefusalAsync(OcopDb db, Burst burst, DossierTask task, string outcome, CancellationToken ct)
    {
        if (outcome != "Ready" || task.Tier is not { } tier || task.Name != $"{tier}-advisory" || !burst.Regime.RequiresSiteVisit(tier, burst.Dossier.Kind, burst.Dossier.SetNo))
            return null;
        var visited = await db.Tasks.AnyAsync(t => t.DossierId == burst.Dossier.Id && t.Name == $"{tier}-site-visit" && t.State == TaskState.Done, ct);
        return visited ? null : new Refusal("visit-first",
            "Dịch vụ du lịch phải được khảo sát thực tế trước: chọn “Khảo sát” rồi báo cáo kết quả.",
            "A tourism service is visited first: choose SiteVisit and report it before Ready.");
    }
}
