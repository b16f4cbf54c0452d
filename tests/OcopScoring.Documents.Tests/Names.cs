using CsCheck;

namespace OcopScoring.Documents.Tests;

/// <summary>Random texts of Vietnamese syllables, plain, capitals and mixed.</summary>
internal static class Names
{
    static readonly string[] Syllables =
    [
        "chè", "xanh", "ấm", "ẩm", "ững", "nước", "mắm", "cốt", "nhĩ", "gạo", "nếp", "cái", "hoa", "vàng", "trà", "ô", "long", "ướp", "hương", "sen", "cà", "phê",
        "Đà", "Lạt", "Mỹ", "quýt", "ngựa", "giò", "lụa", "bưởi", "Phúc", "Trạch", "khuyến", "nghiêng", "Q", "1", "(OCOP)", "3-in-1,", "&", "'Gold'", "½", "AVATAR",
    ];

    public static Gen<string> UpTo(int length)
        => Gen.Select(Gen.Int[0, Syllables.Length - 1].Array[1, 60], Gen.Int[1, length], Gen.Int[0, 2], (places, most, style) =>
        {
            var text = string.Join(" ", places.Select(place => Syllables[place]));
            if (style == 1) text = text.ToUpperInvariant();
            if (style == 2) text = text.Replace(" ", "");
            return text[..Math.Min(most, text.Length)];
        }).Where(text => !string.IsNullOrWhiteSpace(text));

    public static Gen<CertificateModel> Models { get; } = Gen.Select(
        Gen.Select(UpTo(150), UpTo(150).Null(), UpTo(150), UpTo(200)),
        Gen.Select(UpTo(50).Array[1, 3], UpTo(50).Null(), UpTo(90), UpTo(90)),
        Gen.Select(UpTo(120).Null(), Gen.Bool, Gen.Int[3, 5], Gen.Select(UpTo(40), UpTo(150), UpTo(150)), Gen.Int[0, 2].Select(i => new[] { "50", "100,00", "86,5" }[i])),
        (names, office, rest) => Given.ACertificate() with
        {
            ProductName = names.Item1,
            ProductNameEn = names.Item2,
            ProducerName = names.Item3,
            ProducerAddress = names.Item4,
            SignatoryVi = office.Item1,
            SignatoryEn = office.Item2,
            LegalBasisVi = office.Item3,
            LegalBasisEn = office.Item4,
            Note = rest.Item1,
            ResultSha256 = rest.Item2 ? new string('8', 64) : null,
            Stars = rest.Item3,
            PlaceVi = rest.Item4.Item1,
            AuthorityVi = rest.Item4.Item2.ToUpperInvariant(),
            AuthorityEn = rest.Item4.Item3,
            Points = rest.Item5,
        });
}
