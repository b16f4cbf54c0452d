using System.Text.Json.Nodes;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.Workflow;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Scoring;

/// <summary>Closes a round: computes the result from the sheets, keeps it, and lets the flow go on with the outcome that follows from it.</summary>
public sealed class RoundClosing(WorkflowHost host, Now now)
{
    public async Task<Refusal?> CloseAsync(Burst burst, DossierTask task, Round round, ScoreSheets sheets, Deed deed, CancellationToken ct)
    {
        var rubric = burst.Published.Rubric(burst.Dossier.SetNo);
        var result = CouncilScoring.Score(rubric, sheets, burst.Published.CouncilRules, burst.Published.StarBands);
        round.Result = result.ToJson();
        round.ClosedAt = now.Instant;
        burst.Reasons = ResultReasons.Of(result, burst.Regime);
        foreach (var sheet in round.Sheets.Where(s => s.State is SheetState.NotOpened or SheetState.InProgress))
            sheet.State = SheetState.Absent;
        return await host.ResumeAsync(burst, task.Bookmark, OutcomeOf(result.Status), JsonNode.Parse(round.Result), deed, ct);
    }

    static string OutcomeOf(CouncilStatus status) => status switch
    {
        CouncilStatus.NoQuorum => "NoQuorum",
        CouncilStatus.Disqualified => "Disqualified",
        CouncilStatus.Rescore => "Rescore",
        _ => "Classified",
    };
}
