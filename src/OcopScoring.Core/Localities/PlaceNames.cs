namespace OcopScoring.Core.Localities;

/// <summary>Names of places without the kind of unit in front: "Tỉnh Lâm Đồng" → "Lâm Đồng".</summary>
public static class PlaceNames
{
    static readonly string[] Kinds = ["Tỉnh ", "Thành phố ", "Huyện ", "Quận ", "Thị xã ", "Xã ", "Phường ", "Thị trấn ", "Đặc khu "];

    /// <summary>As it stands in a sentence: "Tỉnh Lâm Đồng" → "tỉnh Lâm Đồng".</summary>
    public static string InSentence(string name) =>
        Array.Exists(Kinds, k => name.StartsWith(k, StringComparison.Ordinal)) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    public static string Bare(string name)
    {
        var kind = Array.Find(Kinds, k => name.StartsWith(k, StringComparison.OrdinalIgnoreCase));
        return kind is null ? name : name[kind.Length..];
    }
}
