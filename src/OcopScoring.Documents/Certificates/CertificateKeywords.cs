using System.Text;
using OcopScoring.Documents.Reading;

namespace OcopScoring.Documents.Certificates;

/// <summary>The line among a file's keywords by which verification knows a certificate: <c>ocop-certificate; number=…; template=…; result=…</c>.</summary>
internal static class CertificateKeywords
{
    const string Mark = "ocop-certificate;";
    const int Longest = 400;
    const int MostTried = 20;

    static readonly char[] Ends = [')', '<', '>', '\r', '\n', '\0', '"'];

    public static string Write(string number, string template, string? result)
        => $"{Mark} number={number}; template={template}" + (result is null ? "" : $"; result={result}");

    /// <summary>Looks in a document information dictionary, and in XMP, which other programs write from it.</summary>
    public static CertificateFileFacts? Find(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        for (var tried = 0; tried < MostTried; tried++)
        {
            var at = rest.IndexOf("/Keywords"u8);
            if (at < 0) break;
            rest = rest[(at + "/Keywords"u8.Length)..];
            if (PdfString.At(rest, Longest) is { } text && Parse(PdfString.Text(text)) is { } facts) return facts;
        }
        var mark = bytes.IndexOf("ocop-certificate;"u8);
        return mark < 0 ? null : Parse(Encoding.UTF8.GetString(bytes.Slice(mark, Math.Min(Longest, bytes.Length - mark))));
    }

    static CertificateFileFacts? Parse(string text)
    {
        var mark = text.IndexOf(Mark, StringComparison.Ordinal);
        if (mark < 0) return null;
        var line = text[mark..].Split(Ends)[0];
        string? Value(string name) => line.Split(';')
            .Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

        var number = Value("number");
        return string.IsNullOrWhiteSpace(number) ? null : new(number, Value("template"), Value("result"), CertificateFileSource.Keywords);
    }
}
