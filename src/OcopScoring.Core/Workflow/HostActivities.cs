using System.Text.Json.Nodes;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Notices;
using OcopScoring.Core.Recognition;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Workflow;

/// <summary>The activities of a flow that the program carries out itself, at once and in the same transaction.</summary>
public sealed class HostActivities(Completeness completeness, Recognising recognising, NoticeQueue notices)
{
    public async Task<Outcome<HostResult>> RunAsync(Burst burst, Bookmark bookmark, CancellationToken ct)
    {
        string Input(string name) => bookmark.Inputs[name]!.GetValue<string>();
        switch (bookmark.ActivityType)
        {
            case "Ocop.CheckCompleteness":
                var missing = await completeness.MissingAsync(burst.Dossier, burst.Published.Rubric(burst.Dossier.SetNo), ct);
                burst.Reasons = Completeness.Describe(missing);
                return new HostResult(missing.Count == 0 ? "Complete" : "Incomplete", new JsonArray([.. missing.Select(m => (JsonNode)m)]));
            case "Ocop.ForwardToTier":
                burst.Dossier.Tier = burst.LastTier = Input("tier");
                return HostResult.Done;
            case "Ocop.Notify":
                await notices.AddAsync(burst, Input("template"), Input("to"), ct);
                return HostResult.Done;
            case "Ocop.Recognise":
                return await recognising.RecogniseAsync(burst, (int)bookmark.Inputs["stars"]!.GetValue<long>(), Input("tier"), ct);
            case "Ocop.CloseDossier":
                burst.Dossier.State = DossierStates.Parse(Input("result"));
                return HostResult.Done;
            default:
                throw new NotSupportedException($"The host has no activity {bookmark.ActivityType}.");
        }
    }
}
