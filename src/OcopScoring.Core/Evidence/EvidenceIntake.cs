using System.Buffers;

namespace OcopScoring.Core.Evidence;

/// <summary>A file that was received: stored durably, its type told from its content.</summary>
public sealed record ReceivedFile(string FileName, string Sha256, long Size, string MediaType);

/// <summary>Receives files. They are hostile until proven otherwise: bounded, and refused when they are not what their name says.</summary>
public sealed class EvidenceIntake(IFileStore store)
{
    public async Task<Outcome<ReceivedFile>> ReceiveAsync(string fileName, Stream content, CancellationToken ct)
    {
        var name = Path.GetFileName(fileName);
        if (await ReadBoundedAsync(content, ct) is not { } bytes)
            return new Refusal("file-too-large", $"Tệp {name} lớn hơn 25 MB.", $"The file {name} is larger than 25 MB.");
        if (bytes.Length == 0)
            return new Refusal("file-empty", $"Tệp {name} rỗng.", $"The file {name} is empty.");
        if (FileType.Of(bytes.Span) is not { } mediaType)
            return new Refusal("file-type", $"Tệp {name} không phải {FileType.AcceptedNames}.", $"The content of {name} is none of {FileType.AcceptedNames}.");
        if (!FileType.NameAgrees(name, mediaType))
            return new Refusal("file-name", $"Tệp {name} có nội dung là {mediaType}, khác với tên tệp.", $"The content of {name} is {mediaType}, which is not what its name says.");
        var sha256 = await store.PutAsync(bytes, ct);
        return new ReceivedFile(name, sha256, bytes.Length, mediaType);
    }

    static async Task<ReadOnlyMemory<byte>?> ReadBoundedAsync(Stream content, CancellationToken ct)
    {
        var buffer = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            int read;
            while ((read = await content.ReadAsync(chunk, ct)) > 0)
            {
                if (buffer.Length + read > FileType.MaxBytes)
                    return null;
                buffer.Write(chunk, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
