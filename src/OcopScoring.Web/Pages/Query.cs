namespace OcopScoring.Web.Pages;

/// <summary>Addresses with a query: what is empty is left out.</summary>
static class Query
{
    public static string Of(string path, params (string Name, string? Value)[] parts)
    {
        var given = parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}");
        var query = string.Join('&', given);
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
