using System.Collections.Concurrent;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Layout;

/// <summary>The faces that ship with the program. Fonts of the system are never used: they differ from machine to machine.</summary>
internal static class FontLibrary
{
    static readonly Dictionary<FontFace, string> Files = new()
    {
        [new("Be Vietnam Pro", 400)] = "BeVietnamPro_400Regular.ttf",
        [new("Be Vietnam Pro", 600)] = "BeVietnamPro_600SemiBold.ttf",
        [new("Be Vietnam Pro", 700)] = "BeVietnamPro_700Bold.ttf",
        [new("Playfair Display", 700)] = "PlayfairDisplay_700Bold.ttf",
        [new("Lora", 400, Italic: true)] = "Lora_400Regular_Italic.ttf",
    };

    static readonly ConcurrentDictionary<FontFace, Lazy<TrimmedFace>> Loaded = new();

    public static IReadOnlyCollection<FontFace> Faces => Files.Keys;

    public static TrimmedFace Of(FontFace face) => Loaded.GetOrAdd(face, f => new(() => Load(f))).Value;

    static TrimmedFace Load(FontFace face)
    {
        if (!Files.TryGetValue(face, out var file)) throw new ArgumentException($"No such face ships: {face}.", nameof(face));
        using var stream = typeof(FontLibrary).Assembly.GetManifestResourceStream("Fonts/" + file)
            ?? throw new InvalidOperationException($"The font {file} is not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TrimmedFace(bytes);
    }
}
