using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Certificates;

/// <summary>What the file says of itself, so that a changed copy still names its certificate.</summary>
internal static class CertificateInfo
{
    static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    public static DocumentInfo Of(CertificateModel model, string template) => new(
        $"Giấy chứng nhận sản phẩm OCOP {Phrase.Clean(model.Number)}",
        Phrase.Clean(model.AuthorityVi),
        $"{Phrase.Clean(model.ProductName)} - {model.Stars} sao",
        CertificateKeywords.Write(Phrase.Clean(model.Number), template, model.ResultSha256),
        new DateTimeOffset(model.IssuedOn.ToDateTime(TimeOnly.MinValue), VietnamOffset));
}
