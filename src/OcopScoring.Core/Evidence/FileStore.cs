using System.Security.Cryptography;

namespace OcopScoring.Core.Evidence;

/// <summary>Where the bytes of files live, named by their SHA-256. A file that was stored is durable.</summary>
public interface IFileStore
{
    Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken ct);

    /// <summary>Null when there is no such file.</summary>
    Stream? Open(string sha256);
}

/// <summary>A folder with one file per content, spread over 256 sub-folders.</summary>
public sealed class FolderFileStore(string folder) : IFileStore
{
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(sha256);
        if (File.Exists(path))
            return sha256;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(content, ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
        return sha256;
    }

    public Stream? Open(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) && File.Exists(PathOf(sha256)) ? File.OpenRead(PathOf(sha256)) : null;

    string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);
}
