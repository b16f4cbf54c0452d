namespace OcopScoring.Rubrics;

/// <summary>The words of <c>ocop-sheets/1</c>.</summary>
static class SheetWords
{
    public static readonly OrderedDictionary<string, SeatRole> Roles = new(StringComparer.Ordinal)
    {
        ["chair"] = SeatRole.Chair,
        ["member"] = SeatRole.Member,
        ["secretary"] = SeatRole.Secretary,
    };

    public static readonly OrderedDictionary<string, SheetStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["submitted"] = SheetStatus.Submitted,
        ["recused"] = SheetStatus.Recused,
        ["absent"] = SheetStatus.Absent,
    };

    public static string Of(SeatRole role) => Roles.GetAt((int)role).Key;

    public static string Of(SheetStatus status) => Statuses.GetAt((int)status).Key;
}
