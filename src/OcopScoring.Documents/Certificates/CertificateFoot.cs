using System.Globalization;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Certificates;

/// <summary>The foot of the certificate: QR, number and validity at the left, place, date and signatory at the right.</summary>
internal static class CertificateFoot
{
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>QR, number, basis, validity and address.</summary>
    public static Node Left(CertificateModel model, Measures measures) => new Row(
    [
        new(new Spacer(0), 22),
        new(new Align(Horizontal.Left, Vertical.Bottom, new Link(model.VerificationUrl, new Qr(model.VerificationUrl, measures.Code))), measures.Code + 6),
        new(new Align(Horizontal.Left, Vertical.Middle, new Column([.. Facts(model)])), 320),
    ]);

    /// <summary>Place, date, signatory and the space for the signature.</summary>
    public static Node Right(CertificateModel model, Measures measures) => new Row([new(new Column([.. Signature(model), new Spacer(measures.Signature)]), 232)]);

    /// <summary>Lines across the page.</summary>
    public static Node Lines(CertificateModel model) => new Column(
    [
        .. model.Note is { } note
            ? [Phrase.Centred("Note", note, Palette.Sans, Palette.Red, new(7.5, 1), new(6.5, 2))]
            : Array.Empty<Node>(),
        .. model.ResultSha256 is { } hash
            ? [Phrase.Centred("ResultSha256", "Kết quả niêm phong / Sealed result: SHA-256 " + hash, Palette.Sans, Palette.Quiet, new TextStep(5.5, 1))]
            : Array.Empty<Node>(),
    ]);

    static IEnumerable<Node> Facts(CertificateModel model) =>
    [
        new Text("Number", [new("Số / No.: ", Palette.Sans, Palette.Quiet), new(Phrase.Clean(model.Number), Palette.SansBold, Palette.Ink)], [new(10.5, 1), new(8, 1)]),
        Phrase.Left("LegalBasisVi", model.LegalBasisVi, Palette.Sans, Palette.Ink, new(8.5, 1), new(7.5, 2)),
        Phrase.Left("LegalBasisEn", model.LegalBasisEn, Palette.SerifItalic, Palette.Quiet, new(8, 1), new(7, 2)),
        Phrase.Left("ValidUntil", $"Có giá trị {model.Months} tháng, từ ngày {Short(model.IssuedOn)} đến hết ngày {Short(model.ValidUntil)}.", Palette.Sans, Palette.Ink, new TextStep(8.5, 1)),
        Phrase.Left("ValidUntil", $"Valid for {model.Months} months, from {Long(model.IssuedOn)} to {Long(model.ValidUntil)}.", Palette.SerifItalic, Palette.Quiet, new TextStep(8, 1)),
        new Link(model.VerificationUrl, new Text("VerificationUrl",
            [new("Xác thực / Verify: ", Palette.Sans, Palette.Quiet), new(model.VerificationUrl, Palette.Sans, Palette.Ink)], [new(8, 1), new(7, 2), new(6, 2)])),
    ];

    static IEnumerable<Node> Signature(CertificateModel model)
    {
        yield return Phrase.Centred("PlaceVi", $"{Phrase.Clean(model.PlaceVi)}, {Written(model.IssuedOn)}", Palette.SerifItalic, Palette.Ink, new(11, 1), new(9, 1));
        foreach (var line in model.SignatoryVi)
            yield return Phrase.Centred("SignatoryVi", line, Palette.SansBold, Palette.Ink, new(10.5, 1), new(8.5, 1), new(7.5, 1));
        if (model.SignatoryEn is { } english)
            yield return Phrase.Centred("SignatoryEn", english, Palette.SerifItalic, Palette.Quiet, new(8.5, 1), new(7, 1));
    }

    static string Short(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    static string Long(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>Days under 10 and the months 1 and 2 take a nought before them (Nghị định 30/2020/NĐ-CP, Phụ lục I).</summary>
    static string Written(DateOnly day)
    {
        var month = day.Month <= 2 ? $"0{day.Month}" : $"{day.Month}";
        return string.Create(CultureInfo.InvariantCulture, $"ngày {day.Day:00} tháng {month} năm {day.Year}");
    }
}
