using System.Text;
using UglyToad.PdfPig;

namespace OcopScoring.Documents.Tests;

/// <summary>A certificate as other programs see it.</summary>
public sealed class CertificateFileFormatTests
{
    static readonly string[] Phrases =
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Socialist Republic of Viet Nam · Independence - Freedom - Happiness",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG", "The Chairman of the People's Committee of Lâm Đồng Province certifies",
        "GIẤY CHỨNG NHẬN", "SẢN PHẨM OCOP", "Certificate of OCOP product",
        "Cà phê Arabica Cầu Đất rang mộc nguyên hạt", "Cầu Đất Arabica coffee, medium roast, whole bean",
        "Chủ thể / Producer: Hợp tác xã Nông nghiệp và Dịch vụ Cầu Đất",
        "Địa chỉ / Address: Thôn Trường Thọ, phường Xuân Trường - Đà Lạt, tỉnh Lâm Đồng",
        "ĐẠT HẠNG 4 SAO – 86,5/100 điểm", "Rated 4 stars with 86.5 of 100 points",
        "Số / No.: 0127/2026/GCN-OCOP-68",
        "Theo Quyết định số 2150/QĐ-UBND ngày 23/11/2026", "Under Decision No. 2150/QĐ-UBND of 23 November 2026",
        "Có giá trị 36 tháng, từ ngày 23/11/2026 đến hết ngày 23/11/2029.",
        "Valid for 36 months, from 23 November 2026 to 23 November 2029.",
        "https://ocop.example.vn/xac-thuc/0127-2026-GCN-OCOP-68",
        "Lâm Đồng, ngày 23 tháng 11 năm 2026", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "On behalf of the People's Committee, Chairman",
        "SHA-256 3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea",
        "Bản trình diễn, không có giá trị pháp lý.",
    ];

    byte[] _pdf = [];

    [OneTimeSetUp]
    public async Task Draw() => _pdf = await Given.Pdf(Given.ACertificate());

    [Test]
    public void Qpdf_finds_no_fault() => Assert.That(Tool.QpdfCheck(_pdf), Does.Contain("No syntax or stream encoding errors found"));

    [Test]
    public async Task Every_font_is_embedded_trimmed_and_mapped_to_unicode()
    {
        foreach (var pdf in new[] { _pdf, await Given.Pdf(Given.ALongCertificate()) })
        {
            var fonts = Tool.Fonts(pdf).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
            Assert.That(fonts, Has.Count.EqualTo(5));
            Assert.That(fonts, Has.All.Match(@"\s+CID TrueType\s+Identity-H\s+yes yes yes\s"));
        }
    }

    [Test]
    public void Pdftotext_gives_every_phrase_exactly_and_in_NFC()
    {
        var words = Tool.Words(_pdf);
        Assert.That(words.IsNormalized(NormalizationForm.FormC));
        Assert.Multiple(() =>
        {
            foreach (var phrase in Phrases) Assert.That(words, Does.Contain(phrase));
        });
    }

    [Test]
    public void PdfPig_gives_every_phrase_exactly_and_in_NFC()
    {
        using var document = PdfDocument.Open(_pdf);
        var text = document.GetPage(1).Text;
        Assert.That(text.IsNormalized(NormalizationForm.FormC));
        Assert.Multiple(() =>
        {
            foreach (var phrase in Phrases) Assert.That(text, Does.Contain(phrase));
        });
    }

    [Test]
    public async Task Wrapped_names_come_out_whole()
    {
        var model = Given.ALongCertificate();
        var words = Tool.Words(await Given.Pdf(model));
        Assert.That(words, Does.Contain(model.ProductName).And.Contain(model.ProductNameEn).And.Contain(model.ProducerName).And.Contain(model.ProducerAddress));
    }

    [Test]
    public async Task Decomposed_input_comes_out_composed()
    {
        var model = Given.ACertificate() with { ProductName = "Chè Ấm Ẩm Ững".Normalize(NormalizationForm.FormD) };
        Assert.That(Tool.Words(await Given.Pdf(model)), Does.Contain("Chè Ấm Ẩm Ững".Normalize(NormalizationForm.FormC)));
    }

    [Test]
    public void It_is_one_A4_page_in_landscape_with_dates_and_number_of_the_decision()
    {
        var info = Tool.Info(_pdf, "-isodates");
        Assert.Multiple(() =>
        {
            Assert.That(info, Does.Match(@"Pages:\s+1\n"));
            Assert.That(info, Does.Match(@"Page size:\s+842 x 595 pts \(A4\)"));
            Assert.That(info, Does.Match(@"Title:\s+Giấy chứng nhận sản phẩm OCOP 0127/2026/GCN-OCOP-68\n"));
            Assert.That(info, Does.Match(@"Keywords:\s+ocop-certificate; number=0127/2026/GCN-OCOP-68; template=cert/2026-01; result=3f79bb7b"));
            Assert.That(info, Does.Match(@"CreationDate:\s+2026-11-22T17:00:00"), "midnight of the day of issue in Vietnam");
            Assert.That(info, Does.Match(@"ModDate:\s+2026-11-22T17:00:00"));
        });
    }

    [Test]
    public void The_verification_address_is_a_link() => Assert.That(Tool.Info(_pdf, "-url"), Does.Contain("https://ocop.example.vn/xac-thuc/0127-2026-GCN-OCOP-68"));

    [TestCase("https://ocop.example.vn/xac-thuc/0127-2026-GCN-OCOP-68")]
    [TestCase("https://ocop.lamdong.gov.vn/xac-thuc/0001-2026-GCN-OCOP-TW?ma=3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea")]
    [TestCase("http://a.vn/1")]
    public async Task The_QR_code_on_the_drawn_page_leads_to_the_verification_address(string url)
    {
        var pdf = await Given.Pdf(Given.ACertificate() with { VerificationUrl = url });
        Assert.That(Tool.Scan(Tool.Picture(pdf, 150)), Is.EqualTo(url));
    }

    [Test]
    public async Task It_stays_below_200_kilobytes()
    {
        Assert.That(_pdf, Has.Length.LessThan(200 * 1024));
        Assert.That(await Given.Pdf(Given.ALongCertificate()), Has.Length.LessThan(200 * 1024));
    }
}
