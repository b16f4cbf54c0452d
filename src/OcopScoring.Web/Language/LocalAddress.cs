namespace OcopScoring.Web.Language;

/// <summary>Keeps redirects on this site: an address from a request counts only when it is a path of ours.</summary>
public static class LocalAddress
{
    public static string Or(string? address, string otherwise) => IsLocal(address) ? address! : otherwise;

    /// <summary>`/path`, but neither `//host` nor `/\host`, and without control characters.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
