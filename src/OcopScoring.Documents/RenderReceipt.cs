namespace OcopScoring.Documents;

/// <summary>What was written: template and engine, pages, length in bytes and lower-case hex SHA-256 of those bytes.</summary>
public sealed record RenderReceipt(string Template, string Engine, int Pages, long Bytes, string Sha256);
