using System.Buffers.Binary;
using System.Text;

namespace OcopScoring.Documents.Layout;

/// <summary>
/// Clears the OVERLAP_SIMPLE and OVERLAP_COMPOUND marks of a TrueType font in place. They ask renderers to unite the contours of a glyph,
/// which Skia does anew for every document at 50 µs a glyph; contours that all run the same way fill alike without it.
/// </summary>
internal static class OverlapMarks
{
    const byte Simple = 0x40;
    const byte CompoundHigh = 0x04;

    public static void Clear(Span<byte> font)
    {
        int head = Table(font, "head"), maxp = Table(font, "maxp"), loca = Table(font, "loca"), glyf = Table(font, "glyf");
        var longOffsets = BinaryPrimitives.ReadInt16BigEndian(font[(head + 50)..]) != 0;
        var glyphs = BinaryPrimitives.ReadUInt16BigEndian(font[(maxp + 4)..]);
        for (var i = 0; i < glyphs; i++)
        {
            var (start, end) = (Offset(font, loca, i, longOffsets), Offset(font, loca, i + 1, longOffsets));
            if (end > start) ClearGlyph(font[(glyf + start)..]);
        }
    }

    static void ClearGlyph(Span<byte> glyph)
    {
        var contours = BinaryPrimitives.ReadInt16BigEndian(glyph);
        if (contours < 0)
        {
            glyph[10] &= unchecked((byte)~CompoundHigh);
            return;
        }
        if (contours == 0) return;
        var instructions = 10 + 2 * contours;
        var flags = instructions + 2 + BinaryPrimitives.ReadUInt16BigEndian(glyph[instructions..]);
        glyph[flags] &= unchecked((byte)~Simple);
    }

    static int Offset(ReadOnlySpan<byte> font, int loca, int glyph, bool isLong) => isLong
        ? (int)BinaryPrimitives.ReadUInt32BigEndian(font[(loca + 4 * glyph)..])
        : 2 * BinaryPrimitives.ReadUInt16BigEndian(font[(loca + 2 * glyph)..]);

    static int Table(ReadOnlySpan<byte> font, string tag)
    {
        var tables = BinaryPrimitives.ReadUInt16BigEndian(font[4..]);
        for (var entry = 12; entry < 12 + 16 * tables; entry += 16)
            if (Encoding.ASCII.GetString(font.Slice(entry, 4)) == tag)
                return (int)BinaryPrimitives.ReadUInt32BigEndian(font[(entry + 8)..]);
        throw new InvalidDataException($"The font has no table {tag}.");
    }
}
