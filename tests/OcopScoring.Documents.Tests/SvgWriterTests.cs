using System.Numerics;
using System.Xml.Linq;
using OcopScoring.Documents.Certificates;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Tests;

public sealed class SvgWriterTests
{
    [Test]
    public void A_drawing_is_written_as_SVG_paths_with_their_paint_and_place()
    {
        var drawing = new Drawing("k", 20, 10.5,
        [
            new("M0 0L5 0L5 5Z") { Fill = new(255, 0, 16), EvenOdd = true },
            new("M1 1L2 2") { Stroke = new(0, 0, 0), StrokeWidth = 0.5, Instances = [Matrix3x2.Identity, new(0, 1, -1, 0, 3, 4.5f)] },
        ]);
        Assert.That(SvgWriter.Write(drawing), Is.EqualTo(
            """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10.5">""" +
            """<path d="M0 0L5 0L5 5Z" fill="#FF0010" fill-rule="evenodd"/>""" +
            """<path d="M1 1L2 2" fill="none" stroke="#000000" stroke-width="0.5" stroke-linecap="round" stroke-linejoin="round"/>""" +
            """<path d="M1 1L2 2" fill="none" stroke="#000000" stroke-width="0.5" stroke-linecap="round" stroke-linejoin="round" transform="matrix(0 1 -1 0 3 4.5)"/></svg>"""));
    }

    [Test]
    public void All_art_of_the_certificate_is_well_formed_SVG()
    {
        foreach (var drawing in new[] { Frame.Draw(), Watermark.Draw(), Emblem.Draw(), Stars.Row(5), Ornament.Divider })
            Assert.That(XDocument.Parse(SvgWriter.Write(drawing)).Root!.Elements().Count(), Is.EqualTo(drawing.Shapes.Sum(shape => shape.Instances.Count)));
    }
}
