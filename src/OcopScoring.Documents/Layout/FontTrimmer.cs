using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace OcopScoring.Documents.Layout;

/// <summary>
/// Cuts a font down to the letters wanted with HarfBuzz's own subsetter, in memory.
/// The files shipped stay as their authors made them, since some names are reserved (OFL 1.1, clause 3).
/// </summary>
internal static partial class FontTrimmer
{
    const string Library = "libHarfBuzzSharp";

    const uint NoHinting = 0x1, RetainGlyphIds = 0x2;
    const int Glyphs = 0, Unicodes = 1, DroppedTables = 3;

    /// <summary>Keeps these code points with their kerning and marks. Glyph ids are new and dense.</summary>
    public static byte[] ToRepertoire(Face face, IEnumerable<int> codePoints)
        => Subset(face, NoHinting, [], codePoints, []);

    /// <summary>
    /// Keeps these glyphs under the ids they have, for embedding in a file: without layout tables,
    /// and with only these code points, so that readers map each glyph back to what was written.
    /// </summary>
    public static byte[] ToGlyphs(Face face, IEnumerable<ushort> glyphs, IEnumerable<int> codePoints)
        => Subset(face, NoHinting | RetainGlyphIds, glyphs, codePoints, ["GSUB", "GPOS", "GDEF", "kern", "STAT", "gasp"]);

    static byte[] Subset(Face face, uint flags, IEnumerable<ushort> glyphs, IEnumerable<int> codePoints, string[] dropped)
    {
        var input = hb_subset_input_create_or_fail();
        if (input == 0) throw new InvalidOperationException("HarfBuzz could not begin to trim a font.");
        try
        {
            hb_subset_input_set_flags(input, flags);
            var glyphSet = hb_subset_input_set(input, Glyphs);
            foreach (var glyph in glyphs) hb_set_add(glyphSet, glyph);
            var unicodeSet = hb_subset_input_set(input, Unicodes);
            foreach (var codePoint in codePoints) hb_set_add(unicodeSet, (uint)codePoint);
            var droppedSet = hb_subset_input_set(input, DroppedTables);
            foreach (var table in dropped) hb_set_add(droppedSet, Tag.Parse(table));

            var subset = hb_subset_or_fail(face.Handle, input);
            if (subset == 0) throw new InvalidOperationException("HarfBuzz could not trim a font.");
            try
            {
                return Bytes(subset);
            }
            finally
            {
                hb_face_destroy(subset);
            }
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    static byte[] Bytes(nint face)
    {
        var blob = hb_face_reference_blob(face);
        try
        {
            var data = hb_blob_get_data(blob, out var length);
            var bytes = new byte[length];
            Marshal.Copy(data, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            hb_blob_destroy(blob);
        }
    }

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_create_or_fail();

    [LibraryImport(Library)]
    private static partial void hb_subset_input_set_flags(nint input, uint flags);

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_set(nint input, int kind);

    [LibraryImport(Library)]
    private static partial void hb_subset_input_destroy(nint input);

    [LibraryImport(Library)]
    private static partial nint hb_subset_or_fail(nint face, nint input);

    [LibraryImport(Library)]
    private static partial void hb_set_add(nint set, uint value);

    [LibraryImport(Library)]
    private static partial nint hb_face_reference_blob(nint face);

    [LibraryImport(Library)]
    private static partial void hb_face_destroy(nint face);

    [LibraryImport(Library)]
    private static partial nint hb_blob_get_data(nint blob, out uint length);

    [LibraryImport(Library)]
    private static partial void hb_blob_destroy(nint blob);
}
