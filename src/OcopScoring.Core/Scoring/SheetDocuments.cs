using System.Text.Json;
using OcopScoring.Rubrics;
using ScoredSheet = OcopScoring.Rubrics.Sheet;

namespace OcopScoring.Core.Scoring;

/// <summary>Turns stored sheets into the document that is scored, and a document's sheets into stored ones.</summary>
static class SheetDocuments
{
    /// <summary>Only submitted and recused sheets take part; all others are absent.</summary>
    public static ScoreSheets Of(Round round, Rubric rubric)
    {
        var seats = round.Sheets.OrderBy(s => s.Seat, StringComparer.Ordinal).Select(s => new SeatEntry(s.Seat, RoleOf(s.Role), s.Voting)).ToList();
        var sheets = round.Sheets.OrderBy(s => s.Seat, StringComparer.Ordinal).Select(sheet => sheet.State switch
        {
            SheetState.Submitted when sheet.Voting => ScoredSheet.Submitted(sheet.Seat, ChoicesOf(sheet, rubric), sheet.Flags),
            SheetState.Recused => ScoredSheet.Recused(sheet.Seat),
            _ => ScoredSheet.Absent(sheet.Seat),
        }).ToList();
        return ScoreSheets.Create(rubric, seats, sheets).OrThrow();
    }

    public static IEnumerable<Sheet> ToSheets(RoundId round, ScoreSheets document, DateTimeOffset at)
    {
        var given = document.Sheets.ToDictionary(s => s.Seat);
        return document.Seats.Select(seat =>
        {
            var sheet = given.GetValueOrDefault(seat.Seat);
            return new Sheet
            {
                RoundId = round,
                Seat = seat.Seat,
                Role = seat.Role.ToString().ToLowerInvariant(),
                Voting = seat.Voting,
                State = sheet?.Status switch
                {
                    SheetStatus.Submitted => SheetState.Submitted,
                    SheetStatus.Recused => SheetState.Recused,
                    _ => SheetState.Absent,
                },
                Choices = sheet?.Choices?.ToJson() ?? "{}",
                Flags = [.. sheet?.Flags ?? []],
                SubmittedAt = sheet?.Status == SheetStatus.Submitted ? at : null,
                SavedAt = sheet?.Status == SheetStatus.Submitted ? at : null,
            };
        });
    }

    static Choices ChoicesOf(Sheet sheet, Rubric rubric)
    {
        using var json = JsonDocument.Parse(sheet.Choices);
        return ChoicesReader.Read(json.RootElement, rubric, "choices").OrThrow();
    }

    static SeatRole RoleOf(string role) => Enum.Parse<SeatRole>(role, ignoreCase: true);
}
