using System.IO.Compression;
using System.Text;
using CsCheck;

namespace OcopScoring.Documents.Tests;

/// <summary>A certificate names itself, also when changed or saved anew; anything else names nothing and does no harm.</summary>
public sealed class CertificateReadingTests
{
    const string Number = "0127/2026/GCN-OCOP-68";

    byte[] _pdf = [];

    [OneTimeSetUp]
    public async Task Draw() => _pdf = await Given.Pdf(Given.ACertificate());

    [Test]
    public void A_certificate_names_number_template_and_result()
        => Assert.That(CertificateFile.Read(_pdf), Is.EqualTo(new CertificateFileFacts(
            Number, "cert/2026-01", Given.ACertificate().ResultSha256, CertificateFileSource.Keywords)));

    [Test]
    public void A_byte_changed_anywhere_in_the_drawing_leaves_the_number_readable()
    {
        var changed = (byte[])_pdf.Clone();
        changed[^5000] ^= 0x55;
        Assert.That(CertificateFile.Read(changed)!.Number, Is.EqualTo(Number));
    }

    [TestCase("qpdf", "--object-streams=generate", "--recompress-flate")]
    [TestCase("qpdf", "--qdf", "--object-streams=disable")]
    [TestCase("qpdf", "--object-streams=preserve", "--linearize")]
    public void A_certificate_written_anew_by_another_program_keeps_its_number(string program, params string[] options)
    {
        var facts = CertificateFile.Read(Tool.Rewritten(_pdf, program, options));
        Assert.That((facts?.Number, facts?.Source), Is.EqualTo((Number, CertificateFileSource.Keywords)));
    }

    [Test]
    public void A_certificate_printed_to_a_new_PDF_is_known_by_its_text()
    {
        var facts = CertificateFile.Read(Tool.Rewritten(_pdf, "pdftocairo", "-pdf"));
        Assert.That(facts, Is.EqualTo(new CertificateFileFacts(Number, null, null, CertificateFileSource.PageText)));
    }

    [Test]
    public void A_certificate_without_keywords_is_known_by_its_text()
    {
        var stripped = Replaced(_pdf, "ocop-certificate", "xxxx-xxxxxxxxxxx");
        Assert.That(CertificateFile.Read(stripped), Is.EqualTo(new CertificateFileFacts(Number, null, null, CertificateFileSource.PageText)));
    }

    [Test]
    public void A_number_with_Vietnamese_letters_is_read_from_keywords()
    {
        var pdf = Given.Pdf(Given.ACertificate() with { Number = "01/2026/GCN-Lâm Đồng" }).Result;
        Assert.That(CertificateFile.Read(pdf)!.Number, Is.EqualTo("01/2026/GCN-Lâm Đồng"));
    }

    [TestCase("/Keywords <6f636f702d63657274696669636174653b206e756d6265723d31>", "1")]
    [TestCase("/Keywords(ocop-certificate; number=1\\0572; template=x)", "1/2")]
    [TestCase("/Keywords (\\376\\377\\000o\\000c\\000o\\000p\\000-\\000c\\000e\\000r\\000t\\000i\\000f\\000i\\000c\\000a\\000t\\000e\\000;\\000n\\000u\\000m\\000b\\000e\\000r\\000=\\0007)", "7")]
    [TestCase("/Keywords (other) /Keywords (ocop-certificate;\\\n number=9)", "9")]
    [TestCase("<pdf:Keywords>ocop-certificate; number=12/3; template=t</pdf:Keywords>", "12/3")]
    public void Keywords_are_read_in_every_writing_of_strings(string source, string number)
        => Assert.That(CertificateFile.Read(Encoding.Latin1.GetBytes("%PDF-1.4\n" + source))?.Number, Is.EqualTo(number));

    [TestCase("")]
    [TestCase("%PDF-1.7")]
    [TestCase("ocop-certificate; number=1; no PDF at all")]
    [TestCase("%PDF-1.4 /Keywords")]
    [TestCase("%PDF-1.4 /Keywords (")]
    [TestCase("%PDF-1.4 /Keywords (\\")]
    [TestCase("%PDF-1.4 /Keywords <F")]
    [TestCase("%PDF-1.4 /Keywords (ocop-certificate; number=)")]
    [TestCase("%PDF-1.4 stream")]
    [TestCase("%PDF-1.4 stream endstream stream\nx\u009C\u0001endstream")]
    [TestCase("%PDF-1.4 stream beginbfchar <01> <0041> endbfchar endstream stream BT (\\")]
    public void What_is_no_certificate_names_none(string source)
        => Assert.That(CertificateFile.Read(Encoding.Latin1.GetBytes(source)), Is.Null);

    [Test]
    public async Task Another_PDF_names_none()
    {
        var other = Replaced(await Given.Pdf(Given.ACertificate() with { Number = "AA-1" }), "ocop-certificate", "xxxx-xxxxxxxxxxx");
        Assert.That(CertificateFile.Read(other), Is.Null);
    }

    [Test]
    public void A_file_over_the_limit_is_not_read()
    {
        var large = new byte[CertificateFile.MaxBytes + 1];
        _pdf.CopyTo(large, 0);
        Assert.That(CertificateFile.Read(large), Is.Null);
        Assert.That(CertificateFile.Read(large[..^1]), Is.Not.Null);
    }

    [Test]
    public void Streams_that_unpack_to_gigabytes_are_cut_off()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var i = 0; i < 512; i++) zlib.Write(new byte[1024 * 1024]);
        var stream = packed.ToArray();
        using var pdf = new MemoryStream();
        pdf.Write("%PDF-1.4\n"u8);
        for (var i = 0; i < 20; i++)
        {
            pdf.Write("stream\n"u8);
            pdf.Write(stream);
            pdf.Write("\nendstream\n"u8);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(CertificateFile.Read(pdf.ToArray()), Is.Null);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(512L * 1024 * 1024));
    }

    [Test]
    public void Maps_that_claim_every_code_again_and_again_are_cut_off()
    {
        var map = "stream\nbeginbfrange " + string.Concat(Enumerable.Repeat("<0000> <FFFF> <0041> ", 200_000)) + "endbfrange\nendstream\n";
        var text = "stream\nBT " + string.Concat(Enumerable.Repeat("<0041> Tj ", 100_000)) + "ET\nendstream\n";
        var pdf = Encoding.Latin1.GetBytes("%PDF-1.4\n" + map + map + map + text);
        Assert.That(CertificateFile.Read(pdf), Is.Null);
    }

    [Test]
    public void No_damage_makes_reading_throw()
        => Gen.Select(Gen.Int[0, 1 << 20], Gen.Int[0, 1 << 20], Gen.Byte.Array[0, 40], Gen.Bool).Sample((at, length, noise, cut) =>
        {
            var damaged = (byte[])_pdf.Clone();
            noise.AsSpan(0, Math.Min(noise.Length, damaged.Length - at % damaged.Length)).CopyTo(damaged.AsSpan(at % damaged.Length));
            if (cut) damaged = damaged[..(length % damaged.Length)];
            CertificateFile.Read(damaged);
        }, iter: 400);

    static byte[] Replaced(byte[] pdf, string old, string with)
        => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf).Replace(old, with, StringComparison.Ordinal));
}
