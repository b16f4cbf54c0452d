using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace OcopScoring.Workflows.Tests;

[TestFixture]
public sealed class Diagrams
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    static Flow Sample()
    {
        JsonObject named = Flow.TaskOf("t", "Ok", "Back");
        named["metadata"] = new JsonObject { ["displayText"] = "Thẩm định <hồ sơ> & \"phiếu\" \u0001 một tên rất dài để phải xuống dòng nhiều lần trong khung hình" };
        return Flow.Of("start > prep", "prep:Ok > t", "t:Ok > if", "t:Back > prep", "if > end").Task("prep", "Ok").Add(named)
            .Add(new JsonObject { ["id"] = "if", ["type"] = "Elsa.If", ["condition"] = true, ["then"] = Flow.LineOf("in", "trong") });
    }

    static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    [Test]
    public void The_picture_is_well_formed_names_everything_and_fits_a_phone()
    {
        WorkflowDefinition definition = Sample().Read();
        XElement root = XElement.Parse(Diagram.DiagramSvg(definition, new HashSet<string> { "start", "prep" }, new HashSet<string> { "t" }, "vi"));
        double[] box = [.. root.Attribute("viewBox")!.Value.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        Assert.That(box[2], Is.EqualTo(360));
        Assert.That(root.Descendants(Svg + "g").Count(), Is.EqualTo(definition.Activities.Count - 1));
        Assert.That(root.Element(Svg + "title")!.Value, Is.EqualTo("Quy trình: t"));
        Assert.That(root.Element(Svg + "desc")!.Value, Does.Contain("đang chờ: Thẩm định <hồ sơ> & \"phiếu\""));
        Assert.That(root.Descendants(Svg + "g").Count(step => step.Attribute("class")!.Value.Contains("is-open", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(root.Descendants(Svg + "g").Count(step => step.Attribute("class")!.Value.Contains("is-done", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(root.Descendants(Svg + "polyline").Count(), Is.EqualTo(5));
        Assert.That(root.Descendants(Svg + "text").Select(text => text.Value), Does.Contain("Cấp xã").And.Contain("✓").And.Contain("●").And.Contain("Back"));
        Assert.That(root.Descendants(Svg + "text").Min(text => Number(text, "font-size")), Is.GreaterThanOrEqualTo(12));
        Assert.That(root.Descendants().Any(element => element.Name.LocalName is "style" or "script" || element.Attribute("style") is not null), Is.False);
    }

    [Test]
    public void Boxes_do_not_overlap_and_lie_inside()
    {
        XElement root = XElement.Parse(Diagram.Svg(Sample().Read()));
        XElement[] boxes = [.. root.Descendants(Svg + "g").Select(step => step.Element(Svg + "rect")!)];
        double bottom = 0;
        foreach (XElement box in boxes)
        {
            Assert.That(Number(box, "y"), Is.GreaterThan(bottom));
            bottom = Number(box, "y") + Number(box, "height");
            Assert.That(Number(box, "x") + Number(box, "width"), Is.LessThan(360));
        }
    }

    [Test]
    public void Positions_of_the_designer_are_kept_where_they_stay_readable()
    {
        Flow Placed(int x)
        {
            JsonObject At(JsonObject activity, int left, int top)
            {
                activity["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = left, ["y"] = top }, ["size"] = new JsonObject { ["width"] = 120, ["height"] = 50 } } };
                return activity;
            }

            return Flow.Root(new JsonObject { ["id"] = "f", ["type"] = "Elsa.Flowchart", ["activities"] = new JsonArray(At(Flow.LineOf("a", ""), 100, 40), At(Flow.LineOf("b", ""), x, 200)), ["connections"] = JsonNode.Parse("""[{"source":"a","target":"b"}]""") });
        }

        XElement kept = XElement.Parse(Diagram.Svg(Placed(300).Read())), narrowed = XElement.Parse(Diagram.Svg(Placed(3_000).Read()));
        XElement[] boxes = [.. kept.Descendants(Svg + "g").Select(step => step.Element(Svg + "rect")!)];
        Assert.That(Number(boxes[1], "x") - Number(boxes[0], "x"), Is.EqualTo(200));
        Assert.That(Number(boxes[1], "y") - Number(boxes[0], "y"), Is.EqualTo(160));
        Assert.That(narrowed.Attribute("viewBox")!.Value, Does.StartWith("0 0 360 "));
    }

    [Test]
    public void Mermaid_has_nodes_links_and_groups()
    {
        string text = Diagram.Mermaid(Sample().Read());
        Assert.That(text, Does.StartWith("flowchart TD\n"));
        Assert.That(text, Does.Contain("Thẩm định &lt;hồ sơ&gt; &amp; &quot;phiếu&quot;"));
        Assert.That(text, Does.Contain("a4 -->|\"Ok\"| a5"));
        Assert.That(text, Does.Contain("a4 -.->|\"Back\"| a3"));
        Assert.That(text, Does.Contain("subgraph a5[\"if\"]"));
    }

    [Test]
    public void Pictures_of_all_worked_cases_are_well_formed()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(TestContext.CurrentContext.TestDirectory, "Cases", "good"), "*.json"))
            Assert.That(() => XElement.Parse(Diagram.Svg(Play.Read(file))), Throws.Nothing, file);
    }
}
