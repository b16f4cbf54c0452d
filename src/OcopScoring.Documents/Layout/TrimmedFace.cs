using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;

namespace OcopScoring.Documents.Layout;

/// <summary>One face, trimmed once and shared by all renders. Immutable; safe for several threads.</summary>
internal sealed class TrimmedFace : IDisposable
{
    static readonly Feature[] Features = [new(Tag.Parse("liga"), 0), new(Tag.Parse("clig"), 0), new(Tag.Parse("dlig"), 0)];
    static readonly Language Vietnamese = new("vi");

    readonly Blob _blob;
    readonly Font _font;
    readonly (double Above, double Below)[] _ink;

    public TrimmedFace(byte[] original)
    {
        using (var whole = BlobOf(original))
        using (var face = new Face(whole, 0))
            Data = FontTrimmer.ToRepertoire(face, Repertoire.CodePoints);
        OverlapMarks.Clear(Data);

        _blob = BlobOf(Data);
        Face = new Face(_blob, 0);
        Face.MakeImmutable();
        UnitsPerEm = Face.UnitsPerEm;
        _font = new Font(Face);
        _font.SetScale(UnitsPerEm, UnitsPerEm);
        _font.SetFunctionsOpenType();
        _ink = [.. Enumerable.Range(0, Face.GlyphCount).Select(Measured)];
    }

    public byte[] Data { get; }

    public Face Face { get; }

    public int UnitsPerEm { get; }

    public bool Has(Rune rune) => _font.TryGetNominalGlyph((uint)rune.Value, out _);

    /// <summary>Shapes NFC text at one em; positions are in sizes.</summary>
    public Glyph[] Shape(string text)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.Direction = Direction.LeftToRight;
        buffer.Script = Script.Latin;
        buffer.Language = Vietnamese;
        _font.Shape(buffer, Features);

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new Glyph[infos.Length];
        double em = UnitsPerEm;
        for (var i = 0; i < glyphs.Length; i++)
            glyphs[i] = new((ushort)infos[i].Codepoint, (int)infos[i].Cluster,
                positions[i].XAdvance / em, positions[i].XOffset / em, -positions[i].YOffset / em);
        return glyphs;
    }

    /// <summary>The reach of the glyphs' ink above and below the baseline, in sizes.</summary>
    public (double Above, double Below) InkOf(IEnumerable<ushort> glyphs)
    {
        double above = 0, below = 0;
        foreach (var glyph in glyphs)
        {
            above = Math.Max(above, _ink[glyph].Above);
            below = Math.Max(below, _ink[glyph].Below);
        }
        return (above, below);
    }

    (double Above, double Below) Measured(int glyph)
        => _font.TryGetGlyphExtents((ushort)glyph, out var extents)
            ? (extents.YBearing / (double)UnitsPerEm, -(extents.YBearing + extents.Height) / (double)UnitsPerEm)
            : (0, 0);

    public void Dispose()
    {
        _font.Dispose();
        Face.Dispose();
        _blob.Dispose();
    }

    static Blob BlobOf(byte[] bytes)
    {
        var handle = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        return new Blob(handle.AddrOfPinnedObject(), bytes.Length, MemoryMode.ReadOnly, handle.Free);
    }
}

/// <summary>One shaped glyph; lengths in sizes, y downwards. <see cref="Cluster"/> is the index of its first UTF-16 unit.</summary>
internal readonly record struct Glyph(ushort Id, int Cluster, double Advance, double OffsetX, double OffsetY);
