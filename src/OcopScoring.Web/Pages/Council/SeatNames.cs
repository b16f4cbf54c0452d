using System.Globalization;
using Microsoft.Extensions.Localization;
using OcopScoring.Core.Scoring;

namespace OcopScoring.Web.Pages.Council;

/// <summary>What a seat is called; its texts are in the resource files beside it.</summary>
public sealed class SeatNames(IStringLocalizer<SeatNames> text)
{
    public string Role(string role) => text[role];

    /// <summary>The account's name, or, for a seat of a file, its role and id.</summary>
    public string Of(SeatOnBoard seat) => seat.Name ?? string.Create(CultureInfo.InvariantCulture, $"{text[seat.Role].Value} ({seat.Seat})");

    /// <summary>Short enough for the head of a column: `CT`, `UV m1`.</summary>
    public string Short(SeatOnBoard seat) => seat.Role == "chair" ? text["chair-short"] : text["member-short", seat.Seat];
}
