namespace OcopScoring.Documents.Certificates;

/// <summary>The line among a file's keywords by which verification knows a certificate: <c>ocop-certificate; number=…; template=…; result=…</c>.</summary>
internal static class CertificateKeywords
{
    public const string Mark = "ocop-certificate";

    public static string Write(string number, string template, string? result)
        => $"{Mark}; number={number}; template={template}" + (result is null ? "" : $"; result={result}");
}
