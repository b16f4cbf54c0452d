using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace OcopScoring.Web.Hosting;

/// <summary>
/// Styles, scripts, pictures and fonts, embedded in the program. Each is served under a name that holds the hash of its content,
/// so browsers keep it for good; the styles of all parts become one sheet, those of a folder of their own a sheet for the pages that need it.
/// </summary>
public sealed class SiteAssets
{
    const string Prefix = "assets/";

    readonly FrozenDictionary<string, string> addresses;
    readonly FrozenDictionary<string, SiteAsset> byAddress;

    public SiteAssets()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var contents = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(n => n[Prefix.Length..].Replace('\\', '/'), n => Read(assembly, n));
        var known = new Dictionary<string, string>();
        var served = new Dictionary<string, SiteAsset>();
        foreach (var (name, content) in contents.Where(c => !c.Key.EndsWith(".css", StringComparison.Ordinal)))
            Add(Path.GetFileName(name), content);
        var fixedAddresses = known.ToArray();
        foreach (var styles in contents.Where(c => c.Key.EndsWith(".css", StringComparison.Ordinal)).GroupBy(c => SheetOf(c.Key)))
        {
            var sheet = string.Join('\n', styles.Select(c => Encoding.UTF8.GetString(c.Value).Trim()));
            foreach (var (name, address) in fixedAddresses)
                sheet = sheet.Replace($"url(\"{name}\")", $"url(\"{address}\")", StringComparison.Ordinal);
            Add(styles.Key, Encoding.UTF8.GetBytes(StyleSheet.Compact(sheet)));
        }
        addresses = known.ToFrozenDictionary();
        byAddress = served.ToFrozenDictionary();

        void Add(string name, byte[] content)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
            var address = $"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}";
            known.Add(name, address);
            served.Add(address, new SiteAsset(content, Compressed(name, content), MediaTypeOf(name)));
        }
    }

    /// <summary>The address of `site.css`, with its hash.</summary>
    public string this[string name] => addresses[name];

    public SiteAsset? Find(string address) => byAddress.GetValueOrDefault(address);

    /// <summary>`css/form.css` belongs to `site.css`, `css/council/board.css` to `council.css`.</summary>
    static string SheetOf(string name) => name.Split('/') is [_, var folder, _] ? $"{folder}.css" : "site.css";

    static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    static byte[]? Compressed(string name, byte[] content)
    {
        if (Path.GetExtension(name) is ".woff2" or ".png")
            return null;
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.SmallestSize))
            brotli.Write(content);
        return target.ToArray();
    }

    static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        var unknown => throw new InvalidDataException($"No media type for {unknown}."),
    };
}

/// <param name="Brotli">Null where compressing gains nothing.</param>
public sealed record SiteAsset(byte[] Content, byte[]? Brotli, string MediaType);
