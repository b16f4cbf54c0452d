using System.Globalization;
using OcopScoring.Documents.Engine;

namespace OcopScoring.Documents.Certificates;

/// <summary>Refusals of a certificate, in the words of the model.</summary>
internal static class CertificateChecks
{
    /// <summary>More would not be read from a QR code of this size.</summary>
    const int LongestUrl = 400;

    /// <summary>What is wrong with the values themselves, before any layout.</summary>
    public static List<FitProblem> Of(CertificateModel model)
    {
        var problems = new List<FitProblem>();
        void Required(string field, string value)
        {
            if (string.IsNullOrWhiteSpace(value)) problems.Add(new(field, "empty", "Chưa có nội dung.", "Nothing is given."));
        }
        void Value(string field, bool right, string vi, string en)
        {
            if (!right) problems.Add(new(field, "value", vi, en));
        }

        Required(nameof(model.Number), model.Number);
        Required(nameof(model.ProductName), model.ProductName);
        Required(nameof(model.ProducerName), model.ProducerName);
        Required(nameof(model.ProducerAddress), model.ProducerAddress);
        Required(nameof(model.Points), model.Points);
        Required(nameof(model.AuthorityVi), model.AuthorityVi);
        Required(nameof(model.AuthorityEn), model.AuthorityEn);
        Required(nameof(model.PlaceVi), model.PlaceVi);
        Required(nameof(model.LegalBasisVi), model.LegalBasisVi);
        Required(nameof(model.LegalBasisEn), model.LegalBasisEn);
        Value(nameof(model.Stars), model.Stars is >= 3 and <= 5, "Chỉ chứng nhận từ 3 đến 5 sao.", "Only three to five stars are certified.");
        Value(nameof(model.Months), model.Months > 0, "Thời hạn phải lớn hơn 0.", "The months of validity must be more than 0.");
        Value(nameof(model.ValidUntil), model.ValidUntil > model.IssuedOn, "Ngày hết hạn phải sau ngày cấp.", "The last day must come after the day of issue.");
        Value(nameof(model.SignatoryVi), model.SignatoryVi.Count is >= 1 and <= 3 && model.SignatoryVi.All(line => !string.IsNullOrWhiteSpace(line)),
            "Chức danh người ký có từ 1 đến 3 dòng.", "The signatory has one to three lines.");
        Value(nameof(model.VerificationUrl),
            model.VerificationUrl.Length <= LongestUrl && Uri.TryCreate(model.VerificationUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http",
            $"Địa chỉ xác thực phải là http hoặc https, dài không quá {LongestUrl} ký tự.",
            $"The verification address must be http or https, of at most {LongestUrl} characters.");
        Value(nameof(model.ResultSha256), model.ResultSha256 is null || model.ResultSha256.Length == 64 && model.ResultSha256.All(char.IsAsciiHexDigitLower),
            "Mã SHA-256 gồm 64 chữ số thập lục phân thường.", "A SHA-256 has 64 lower-case hexadecimal digits.");
        return problems;
    }

    public static FitReport Report(IReadOnlyList<LayoutProblem> problems) => new([.. problems.Select(Problem)]);

    static FitProblem Problem(LayoutProblem problem)
    {
        if (problem.Missing.Length > 0)
        {
            var shown = string.Join(", ", problem.Missing.EnumerateRunes().Distinct().Take(10).Select(r => $"U+{r.Value:X4}"));
            return new(problem.Node, "characters", $"Có ký tự không in được: {shown}.", $"These characters cannot be printed: {shown}.");
        }
        if (problem.Node == "page")
            return new("Page", "no-room", "Các nội dung cộng lại quá dài so với trang.", "All texts together are too long for the page.");
        var size = problem.AtSize.ToString("0.##", CultureInfo.InvariantCulture);
        return new(problem.Node, "too-long",
            $"Quá dài: cần {problem.NeedsLines} dòng ở cỡ chữ nhỏ nhất {size.Replace('.', ',')} pt, chỉ có chỗ cho {problem.MaxLines} dòng.",
            $"Too long: {problem.NeedsLines} lines are needed at the smallest size of {size} pt, and there is room for {problem.MaxLines}.")
        {
            Needs = problem.NeedsLines,
            Has = problem.MaxLines,
            AtSize = problem.AtSize,
        };
    }
}
