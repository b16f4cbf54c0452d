using System.Text;
using CsCheck;
using OcopScoring.Documents.Certificates;
using OcopScoring.Documents.Layout;

namespace OcopScoring.Documents.Tests;

/// <summary>Long names wrap and shrink to a stated minimum, and then are refused before a number is taken.</summary>
public sealed class FittingTests
{
    /// <summary>All that the face of product names has: 134 letters of Vietnamese, Latin letters, figures and signs.</summary>
    static IEnumerable<int> CodePoints => Repertoire.CodePoints
        .Where(codePoint => !char.IsWhiteSpace((char)codePoint) && FontLibrary.Of(Palette.Display).Has(new Rune(codePoint)));

    static FitReport Fits(CertificateModel model) => Given.Renderer.Fits(model);

    [Test]
    public void A_product_name_of_150_times_any_printable_letter_fits()
    {
        Assert.That(CodePoints, Is.SupersetOf(Repertoire.VietnameseLetters.Select(letter => (int)letter)).And.SupersetOf(Enumerable.Range('!', '~' - '!')));
        foreach (var codePoint in CodePoints)
        {
            var name = new string((char)codePoint, 150);
            Assert.That(Fits(Given.ACertificate() with { ProductName = name }).Problems, Is.Empty, $"U+{codePoint:X4}");
        }
    }

    [TestCase('W')]
    [TestCase('Ẫ')]
    [TestCase('m')]
    public void Product_producer_and_address_of_150_letters_fit_together(char letter)
    {
        var name = new string(letter, 150);
        var model = Given.ACertificate() with { ProductName = name, ProductNameEn = name, ProducerName = name, ProducerAddress = name };
        Assert.That(Fits(model).Problems, Is.Empty);
    }

    [Test]
    public void Names_of_up_to_150_characters_always_fit()
        => Gen.Select(Names.UpTo(150), Names.UpTo(150), Names.UpTo(150), Names.UpTo(150)).Sample((product, english, producer, address) =>
            Fits(Given.ACertificate() with { ProductName = product, ProductNameEn = english, ProducerName = producer, ProducerAddress = address }).Fits, iter: 300);

    [Test]
    public void A_name_that_cannot_fit_is_refused_with_field_and_measure()
    {
        var problem = Fits(Given.ACertificate() with { ProductName = Given.Filled("Chè xanh", 900) }).Problems.Single();
        Assert.Multiple(() =>
        {
            Assert.That(problem.Field, Is.EqualTo("ProductName"));
            Assert.That(problem.Code, Is.EqualTo("too-long"));
            Assert.That(problem.AtSize, Is.EqualTo(12));
            Assert.That(problem.Has, Is.EqualTo(4));
            Assert.That(problem.Needs, Is.GreaterThan(4));
            Assert.That(problem.MessageVi, Does.Contain("12 pt"));
            Assert.That(problem.MessageEn, Does.Contain("12 pt"));
        });
    }

    [TestCase("ProducerName", 7.5)]
    [TestCase("ProducerAddress", 7.5)]
    [TestCase("ProductNameEn", 8)]
    [TestCase("LegalBasisVi", 7.5)]
    [TestCase("SignatoryVi", 7.5)]
    [TestCase("VerificationUrl", 6)]
    [TestCase("Note", 6.5)]
    [TestCase("Number", 8)]
    public void Every_field_has_its_smallest_size(string field, double smallest)
    {
        var text = Given.Filled("ổi", 900);
        var model = Given.ACertificate();
        model = field switch
        {
            "ProducerName" => model with { ProducerName = text },
            "ProducerAddress" => model with { ProducerAddress = text },
            "ProductNameEn" => model with { ProductNameEn = text },
            "LegalBasisVi" => model with { LegalBasisVi = text },
            "SignatoryVi" => model with { SignatoryVi = [text] },
            "VerificationUrl" => model with { VerificationUrl = "https://ocop.example.vn/" + new string('0', 370) },
            "Note" => model with { Note = text },
            _ => model with { Number = text },
        };
        var problem = Fits(model).Problems.Single();
        Assert.That((problem.Field, problem.Code, problem.AtSize), Is.EqualTo((field, "too-long", smallest)));
    }

    [TestCase("Chè 茶", "U+8336")]
    [TestCase("Mật ong 🐝", "U+1F41D")]
    [TestCase("Chè\u0007xanh", "U+0007")]
    [TestCase("x\u0302", "U+0302")]
    public void Letters_that_no_face_has_are_refused_by_code_point(string name, string shown)
    {
        var problem = Fits(Given.ACertificate() with { ProductName = name }).Problems.Single();
        Assert.That((problem.Field, problem.Code), Is.EqualTo(("ProductName", "characters")));
        Assert.That(problem.MessageVi, Does.Contain(shown));
        Assert.That(problem.MessageEn, Does.Contain(shown));
    }

    [Test]
    public void Line_breaks_and_tabs_in_a_name_count_as_spaces()
        => Assert.That(Fits(Given.ACertificate() with { ProductName = " Chè\r\n\txanh " }).Problems, Is.Empty);

    [Test]
    public void Values_out_of_range_are_refused_by_field()
    {
        var model = Given.ACertificate();
        (CertificateModel Model, string Field, string Code)[] cases =
        [
            (model with { Stars = 2 }, "Stars", "value"),
            (model with { Stars = 6 }, "Stars", "value"),
            (model with { Months = 0 }, "Months", "value"),
            (model with { ValidUntil = model.IssuedOn }, "ValidUntil", "value"),
            (model with { SignatoryVi = [] }, "SignatoryVi", "value"),
            (model with { SignatoryVi = ["a", "b", "c", "d"] }, "SignatoryVi", "value"),
            (model with { VerificationUrl = "ocop.example.vn" }, "VerificationUrl", "value"),
            (model with { VerificationUrl = "javascript:alert(1)" }, "VerificationUrl", "value"),
            (model with { VerificationUrl = "https://ocop.example.vn/" + new string('1', 5000) }, "VerificationUrl", "value"),
            (model with { ResultSha256 = "ABC" }, "ResultSha256", "value"),
            (model with { Number = " " }, "Number", "empty"),
            (model with { ProductName = "" }, "ProductName", "empty"),
            (model with { ProducerName = "" }, "ProducerName", "empty"),
            (model with { ProducerAddress = "" }, "ProducerAddress", "empty"),
            (model with { Points = "" }, "Points", "empty"),
        ];
        Assert.Multiple(() =>
        {
            foreach (var (changed, field, code) in cases)
                Assert.That(Fits(changed).Problems.Select(p => (p.Field, p.Code)), Is.EqualTo(new[] { (field, code) }));
        });
    }

    [Test]
    public async Task Rendering_what_does_not_fit_throws_the_report_and_writes_nothing()
    {
        using var output = new MemoryStream();
        var model = Given.ACertificate() with { ProducerName = Given.Filled("Hợp tác xã", 900) };
        var thrown = await Assert.ThrowsAsync<CertificateDoesNotFitException>(() => Given.Renderer.RenderAsync(model, RenderOptions.Pdf, output, CancellationToken.None));
        Assert.That(thrown!.Report.Problems.Single().Field, Is.EqualTo("ProducerName"));
        Assert.That(output.Length, Is.Zero);
    }

    [Test]
    public void What_fits_can_be_drawn_and_what_does_not_cannot()
        => Names.Models.Sample(model =>
        {
            using var output = new MemoryStream();
            try
            {
                Given.Renderer.RenderAsync(model, RenderOptions.Pdf, output, CancellationToken.None).GetAwaiter().GetResult();
                return Fits(model).Fits && output.Length > 0;
            }
            catch (CertificateDoesNotFitException)
            {
                return !Fits(model).Fits && output.Length == 0;
            }
        }, iter: 60);
}
