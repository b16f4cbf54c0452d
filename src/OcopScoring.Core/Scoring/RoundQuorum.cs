using System.Numerics;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Scoring;

/// <summary>Whether a round would have a quorum if it were closed now (contracts, part 2).</summary>
/// <param name="Voting">Voting seats.</param>
/// <param name="Submitted">Of voting seats.</param>
/// <param name="Recused">Of voting seats; they count as present.</param>
/// <param name="Needed">The least number of voting seats that must be present.</param>
/// <param name="LacksChair">The rules ask for the chair, who has neither handed in nor stepped back.</param>
public sealed record RoundQuorum(int Voting, int Submitted, int Recused, int Needed, bool LacksChair)
{
    public int Present => Submitted + Recused;

    /// <summary>With nobody's points there is no quorum either.</summary>
    public bool IsReached => Present >= Needed && Submitted > 0 && !LacksChair;

    public static RoundQuorum Of(IReadOnlyCollection<Sheet> sheets, CouncilRules rules)
    {
        var voting = sheets.Where(s => s.Voting).ToList();
        var needed = rules.MinAttendance * voting.Count;
        return new RoundQuorum(
            voting.Count,
            voting.Count(s => s.State == SheetState.Submitted),
            voting.Count(s => s.State == SheetState.Recused),
            (int)((needed.Numerator + needed.Denominator - BigInteger.One) / needed.Denominator),
            rules.ChairRequired && !sheets.Any(s => s.Role == "chair" && s.State is SheetState.Submitted or SheetState.Recused));
    }
}
