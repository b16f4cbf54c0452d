namespace OcopScoring.Core.Localities;

/// <summary>Names of places without the kind of unit in front: "Tỉnh Lâm Đồng" → "Lâm Đồng".</summary>
public static class PlaceNames
{
    static readonly string[] Kinds = ["Tỉnh ", "Thành phố ", "Huyện ", "Quận ", "Thị xã ", "Xã ", "Phường ", "Thị trấn ", "Đặc khu "];

    public static string Bare(string name)
    {
        var kind = Array.Find(Kinds, k => name.StartsWith(k, StringComparison.OrdinalIgnoreCase));
        return kind is null ? name : name[kind.Length..];
    }
}
