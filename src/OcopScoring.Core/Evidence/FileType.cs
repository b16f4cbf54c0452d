namespace OcopScoring.Core.Evidence;

/// <summary>Tells what a file is from its first bytes, and whether its name says the same.</summary>
public static class FileType
{
    /// <summary>The largest file that evidence may be: 25 MB.</summary>
    public const long MaxBytes = 25 * 1024 * 1024;

    static readonly (string MediaType, string[] Extensions, byte[] Magic, int Offset)[] Known =
    [
        ("application/pdf", [".pdf"], "%PDF-"u8.ToArray(), 0),
        ("image/png", [".png"], [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], 0),
        ("image/jpeg", [".jpg", ".jpeg"], [0xFF, 0xD8, 0xFF], 0),
        ("image/webp", [".webp"], "WEBP"u8.ToArray(), 8),
    ];

    public static string AcceptedNames => "PDF, PNG, JPEG, WebP";

    /// <summary>The media type, or null when the content is none that evidence may have.</summary>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (mediaType, _, magic, offset) in Known)
            if (content.Length >= offset + magic.Length && content.Slice(offset, magic.Length).SequenceEqual(magic))
                return mediaType;
        return null;
    }

    public static bool NameAgrees(string fileName, string mediaType)
    {
        var extension = Path.GetExtension(fileName);
        return Known.Any(k => k.MediaType == mediaType && k.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
    }
}
