using System.Diagnostics;
using System.Globalization;
using OcopScoring.Documents;

namespace OcopScoring.Cli.Bench;

/// <summary>
/// <c>ocop bench certificate [--quick] [--json]</c>: distinct certificates written as PDF a second on one core, warm, and the size of the largest.
/// Seconds are those of processor time of the whole process, helper threads included, so that what else the machine does is not counted.
/// </summary>
public static class CertificateBench
{
    const string Usage = "Usage: ocop bench certificate [--quick] [--json]";

    static readonly string[] Products =
    [
        "Chè xanh đặc sản Tân Cương", "Cà phê Arabica Cầu Đất rang mộc nguyên hạt", "Nước mắm cốt nhĩ thượng hạng", "Mật ong bạc hà",
        "Gạo nếp cái hoa vàng", "Miến dong sạch đóng gói", "Tinh dầu sả chanh nguyên chất", "Gốm men rạn vẽ tay Ấm Áp Sum Vầy",
    ];

    static readonly string[] Producers =
    [
        "Hợp tác xã Nông nghiệp và Dịch vụ Cầu Đất", "Hợp tác xã Chè Hảo Đạt", "Công ty TNHH Thực phẩm sạch Vĩnh Phước", "Hộ kinh doanh Phương Ẩm",
        "Tổ hợp tác Dược liệu Ngọc Lĩnh",
    ];

    public static int Run(string[] args, TextWriter stdout, TextWriter stderr)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(stdout);
        ArgumentNullException.ThrowIfNull(stderr);
        if (args.FirstOrDefault(arg => arg is not ("--quick" or "--json")) is { } unknown)
        {
            stderr.WriteLine($"There is no option {unknown}.");
            stderr.WriteLine(Usage);
            return 2;
        }

        var report = new BenchReport("certificate");
        Measure(args.Contains("--quick"), report);
        report.Print(stdout, args.Contains("--json"));
        return 0;
    }

    static void Measure(bool quick, BenchReport report)
    {
        var renderer = new CertificateRenderer();
        var (next, largest) = (0, 0L);
        double RateFor(TimeSpan time, int atLeast)
        {
            var (clock, before, done) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, 0);
            do
            {
                using var output = new MemoryStream();
                var receipt = renderer.RenderAsync(Model(next++), RenderOptions.Pdf, output, CancellationToken.None).GetAwaiter().GetResult();
                largest = Math.Max(largest, receipt.Bytes);
                done++;
            }
            while (clock.Elapsed < time || done < atLeast);
            return done / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        RateFor(TimeSpan.FromSeconds(quick ? 4 : 10), atLeast: 60);
        var rates = Enumerable.Range(0, 9).Select(_ => RateFor(TimeSpan.FromSeconds(quick ? 1.5 : 4), atLeast: 4)).Order().ToArray();
        report.Add("certificate.rate", rates[rates.Length / 2], "1/s");
        report.Add("certificate.bytes", largest, "B");
    }

    /// <summary>Names, numbers, dates and addresses all differ, so that nothing drawn for one certificate serves the next.</summary>
    static CertificateModel Model(int i)
    {
        var culture = CultureInfo.InvariantCulture;
        var issued = new DateOnly(2026, 6, 1).AddDays(i % 200);
        var number = string.Create(culture, $"{i % 9999 + 1:0000}/2026/GCN-OCOP-{i / 9999 + 10}");
        return new()
        {
            Number = number,
            ProductName = string.Create(culture, $"{Products[i % Products.Length]} số {i}"),
            ProductNameEn = string.Create(culture, $"Speciality of the commune, lot {i}"),
            ProducerName = Producers[i % Producers.Length],
            ProducerAddress = string.Create(culture, $"Thôn {i % 17 + 1}, xã Trạm Hành, tỉnh Lâm Đồng"),
            Stars = i % 3 + 3,
            Points = string.Create(culture, $"{50 + i % 50},{i % 10}"),
            IssuedOn = issued,
            ValidUntil = issued.AddMonths(36),
            Months = 36,
            AuthorityVi = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG",
            AuthorityEn = "The Chairman of the People's Committee of Lâm Đồng Province certifies",
            PlaceVi = "Lâm Đồng",
            SignatoryVi = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
            SignatoryEn = "On behalf of the People's Committee, Chairman",
            LegalBasisVi = string.Create(culture, $"Theo Quyết định số {i % 3000}/QĐ-UBND ngày {issued.Day}/{issued.Month}/{issued.Year}"),
            LegalBasisEn = string.Create(culture, $"Under Decision No. {i % 3000}/QĐ-UBND"),
            VerificationUrl = "https://ocop.example.vn/xac-thuc/" + number.Replace('/', '-'),
            ResultSha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i))),
        };
    }
}
