namespace OcopScoring.Rubrics.Tests;

/// <summary>Builds the seats and sheets of one round: the first seat is the chair unless said otherwise.</summary>
sealed class Round(Rubric rubric)
{
    readonly List<SeatEntry> seats = [];
    readonly List<Sheet> sheets = [];
    CouncilRules rules = CouncilRules.Default;

    public Round Chair(Choices choices, params string[] flags) => Seat(SeatRole.Chair, true, id => Sheet.Submitted(id, choices, flags));

    public Round Member(Choices choices, params string[] flags) => Seat(SeatRole.Member, true, id => Sheet.Submitted(id, choices, flags));

    public Round Seat(SeatRole role, bool voting, Func<string, Sheet>? sheet = null)
    {
        var id = $"s{seats.Count}";
        seats.Add(new SeatEntry(id, role, voting));
        if (sheet is not null) sheets.Add(sheet(id));
        return this;
    }

    /// <summary>A chair and members with these totals of the scale rubric.</summary>
    public Round Totals(params int[] totals)
    {
        foreach (var total in totals)
            if (seats.Count == 0) Chair(Given.Total(rubric, total));
            else Member(Given.Total(rubric, total));
        return this;
    }

    public Round Recused(SeatRole role = SeatRole.Member, bool voting = true) => Seat(role, voting, Sheet.Recused);

    public Round Absent(SeatRole role = SeatRole.Member, bool voting = true) => Seat(role, voting, Sheet.Absent);

    public Round Under(CouncilRules councilRules)
    {
        rules = councilRules;
        return this;
    }

    public ScoreSheets Sheets() => ScoreSheets.Create(rubric, seats, sheets).OrThrow();

    public CouncilResult Score() => CouncilScoring.Score(rubric, Sheets(), rules);
}
