using OcopScoring.Rubrics;

namespace OcopScoring.Core.Scoring;

/// <summary>The counted sheets of a closed round side by side: criteria by members, with means.</summary>
/// <param name="Columns">One a counted sheet, in the order of the board.</param>
public sealed record ScoreMatrix(IReadOnlyList<MatrixColumn> Columns)
{
    public static ScoreMatrix Of(IReadOnlyList<SeatOnBoard> seats, IReadOnlyCollection<Sheet> sheets, Rubric rubric)
    {
        var bySeat = sheets.ToDictionary(s => s.Seat);
        return new ScoreMatrix([.. seats
            .Where(seat => seat is { Voting: true, State: SheetState.Submitted })
            .Select(seat => MatrixColumn.Of(seat, SheetAnswers.Of(bySeat[seat.Seat]), rubric))]);
    }

    /// <summary>The exact mean of some of the columns' numbers; 0 without columns.</summary>
    public Fraction Mean(Func<MatrixColumn, int> points) => Columns.Count == 0 ? Fraction.Zero : Fraction.Mean(Columns.Sum(points), Columns.Count);
}

/// <param name="Points">By leaf.</param>
public sealed record MatrixColumn(SeatOnBoard Seat, IReadOnlyDictionary<string, int> Points, IReadOnlyList<string> Flags, IReadOnlyDictionary<string, string> Comments)
{
    public int Total => Points.Values.Sum();

    public int PointsOf(RubricPart part) => part.Criteria.Where(c => !c.IsGroup).Sum(c => Points[c.Id]);

    public static MatrixColumn Of(SeatOnBoard seat, SheetAnswers answers, Rubric rubric) => new(
        seat,
        rubric.Leaves.ToDictionary(leaf => leaf.Id, leaf => answers.Choices.GetValueOrDefault(leaf.Id) is { } option ? leaf.FindOption(option)?.Points ?? 0 : 0),
        answers.Flags,
        answers.Comments);
}
