namespace OcopScoring.Documents.Tests;

/// <summary>Models to begin from; tests change what matters to them.</summary>
internal static class Given
{
    public static readonly CertificateRenderer Renderer = new();

    public static CertificateModel ACertificate() => new()
    {
        Number = "0127/2026/GCN-OCOP-68",
        ProductName = "Cà phê Arabica Cầu Đất rang mộc nguyên hạt",
        ProductNameEn = "Cầu Đất Arabica coffee, medium roast, whole bean",
        ProducerName = "Hợp tác xã Nông nghiệp và Dịch vụ Cầu Đất",
        ProducerAddress = "Thôn Trường Thọ, phường Xuân Trường - Đà Lạt, tỉnh Lâm Đồng",
        Stars = 4,
        Points = "86,5",
        IssuedOn = new(2026, 11, 23),
        ValidUntil = new(2029, 11, 23),
        Months = 36,
        AuthorityVi = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG",
        AuthorityEn = "The Chairman of the People's Committee of Lâm Đồng Province certifies",
        PlaceVi = "Lâm Đồng",
        SignatoryVi = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        SignatoryEn = "On behalf of the People's Committee, Chairman",
        LegalBasisVi = "Theo Quyết định số 2150/QĐ-UBND ngày 23/11/2026",
        LegalBasisEn = "Under Decision No. 2150/QĐ-UBND of 23 November 2026",
        VerificationUrl = "https://ocop.example.vn/xac-thuc/0127-2026-GCN-OCOP-68",
        ResultSha256 = "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea",
        Note = "Bản trình diễn, không có giá trị pháp lý. / Demonstration only, without legal effect.",
    };

    /// <summary>Every text as long as texts of this kind get.</summary>
    public static CertificateModel ALongCertificate() => ACertificate() with
    {
        Stars = 5,
        ProductName = Filled("Bộ quà tặng trà ô long túi lọc ướp hương sen Tây Hồ và cà phê Ấm Ẩm Ững rang mộc nguyên hạt thượng hạng", 150),
        ProductNameEn = Filled("Gift set of oolong tea with West Lake lotus fragrance and whole bean coffee", 150),
        ProducerName = Filled("HỢP TÁC XÃ NÔNG NGHIỆP DỊCH VỤ TỔNG HỢP VÀ THƯƠNG MẠI XUẤT NHẬP KHẨU CẦU ĐẤT", 150),
        ProducerAddress = Filled("Số 1234 đường Nguyễn Thị Minh Khai nối dài, tổ dân phố số 27, thôn Trường Thọ, xã Trạm Hành,", 220),
    };

    public static string Filled(string text, int length)
    {
        var filled = text;
        while (filled.Length < length) filled += " " + text;
        return filled[..length].TrimEnd().PadRight(length, 'a');
    }

    public static async Task<byte[]> Pdf(CertificateModel model) => await Render(model, RenderOptions.Pdf);

    public static async Task<byte[]> Render(CertificateModel model, RenderOptions options)
    {
        using var output = new MemoryStream();
        await Renderer.RenderAsync(model, options, output, CancellationToken.None);
        return output.ToArray();
    }
}
