using OcopScoring.Documents.Layout;
using SkiaSharp;

namespace OcopScoring.Documents.Skia;

/// <summary>
/// The faces of one document, each cut down to the glyphs it uses: Skia embeds whole files, so a file that holds no more is the subset.
/// </summary>
internal sealed class EmbeddedFaces : IDisposable
{
    readonly Dictionary<TrimmedFace, SKTypeface> _typefaces = [];

    public EmbeddedFaces(IEnumerable<TextMark> texts)
    {
        foreach (var group in texts.GroupBy(text => text.Run.Face))
        {
            var glyphs = group.SelectMany(text => text.Run.Glyphs).ToHashSet();
            var codePoints = group.SelectMany(text => text.Run.Text.EnumerateRunes()).Select(rune => rune.Value).ToHashSet();
            using var data = SKData.CreateCopy(FontTrimmer.ToGlyphs(group.Key.Face, glyphs, codePoints));
            _typefaces[group.Key] = SKTypeface.FromData(data) ?? throw new InvalidOperationException("Skia refused a trimmed font.");
        }
    }

    public SKTypeface Of(TrimmedFace face) => _typefaces[face];

    public void Dispose()
    {
        foreach (var typeface in _typefaces.Values) typeface.Dispose();
    }
}
