using System.IO.Compression;

namespace OcopScoring.Documents.Reading;

/// <summary>
/// The streams of a PDF, unpacked where they are deflated, in the order of the file. Found by their words, not by references,
/// so that no damaged or hostile structure is ever followed.
/// </summary>
internal static class PdfStreams
{
    const int MostStreams = 5_000;
    const int LargestStream = 8 * 1024 * 1024;
    const int LargestSum = 48 * 1024 * 1024;

    public static List<byte[]> Of(byte[] pdf)
    {
        var streams = new List<byte[]>();
        var sum = 0;
        for (var at = 0; streams.Count < MostStreams && sum < LargestSum;)
        {
            var word = pdf.AsSpan(at).IndexOf("stream"u8);
            if (word < 0) break;
            var start = at + word + "stream"u8.Length;
            while (start < pdf.Length && pdf[start] is (byte)'\r' or (byte)'\n') start++;
            var length = pdf.AsSpan(start).IndexOf("endstream"u8);
            if (length < 0) break;
            at = start + length + "endstream"u8.Length;
            var data = Unpacked(pdf, start, length, Math.Min(LargestStream, LargestSum - sum));
            sum += data.Length;
            streams.Add(data);
        }
        return streams;
    }

    static byte[] Unpacked(byte[] pdf, int start, int length, int largest)
    {
        var deflated = length >= 2 && (pdf[start] & 0x0F) == 8 && (pdf[start] * 256 + pdf[start + 1]) % 31 == 0;
        if (!deflated) return pdf.AsSpan(start, Math.Min(length, largest)).ToArray();

        using var packed = new ZLibStream(new MemoryStream(pdf, start, length, writable: false), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var part = new byte[64 * 1024];
        try
        {
            int read;
            while (unpacked.Length < largest && (read = packed.Read(part, 0, (int)Math.Min(part.Length, largest - unpacked.Length))) > 0)
                unpacked.Write(part, 0, read);
        }
        catch (InvalidDataException)
        {
            // What came before the damage may still name the certificate.
        }
        return unpacked.ToArray();
    }
}
