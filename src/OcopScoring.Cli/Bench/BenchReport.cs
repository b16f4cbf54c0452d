using System.Globalization;
using System.Text.Json;

namespace OcopScoring.Cli.Bench;

/// <summary>One measured figure; <paramref name="Limit"/> is the limit or baseline measured in the same run, where there is one.</summary>
public sealed record BenchFigure(string Id, double Value, string Unit, double? Limit = null)
{
    /// <summary>Value ÷ limit; null without a limit, or with one of 0.</summary>
    public double? Ratio => Limit is { } limit and not 0 ? Value / limit : null;
}

/// <summary>What one benchmark measured, with the machine that it ran on.</summary>
public sealed class BenchReport
{
    readonly string bench;
    readonly double load = LoadNow();
    readonly List<BenchFigure> figures = [];

    /// <summary>Notes the load of the machine, so make it before the measuring begins.</summary>
    public BenchReport(string bench) => this.bench = bench;

    public void Add(string id, double value, string unit, double? limit = null) => figures.Add(new BenchFigure(id, value, unit, limit));

    /// <summary>Prints the document of <c>ocop bench --json</c>, or a table.</summary>
    public void Print(TextWriter output, bool json)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (json) output.WriteLine(ToJson());
        else PrintTable(output);
    }

    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("bench", bench);
            writer.WriteStartObject("machine");
            writer.WriteNumber("cores", Environment.ProcessorCount);
            writer.WriteNumber("load", load);
            writer.WriteEndObject();
            writer.WriteStartArray("figures");
            foreach (var figure in figures) Write(writer, figure);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    static void Write(Utf8JsonWriter writer, BenchFigure figure)
    {
        writer.WriteStartObject();
        writer.WriteString("id", figure.Id);
        writer.WriteNumber("value", Rounded(figure.Value));
        writer.WriteString("unit", figure.Unit);
        if (figure.Limit is { } limit) writer.WriteNumber("limit", Rounded(limit));
        if (figure.Ratio is { } ratio) writer.WriteNumber("ratio", Rounded(ratio));
        writer.WriteEndObject();
    }

    void PrintTable(TextWriter output)
    {
        var culture = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(culture, $"{bench}: {Environment.ProcessorCount} cores, load {load}"));
        var width = figures.Count == 0 ? 0 : figures.Max(figure => figure.Id.Length);
        foreach (var figure in figures)
        {
            var limit = figure.Limit is { } value ? string.Create(culture, $"   of {value,14:N2}   ratio {figure.Ratio:0.####}") : "";
            output.WriteLine(string.Create(culture, $"{figure.Id.PadRight(width)}  {figure.Value,14:N2} {figure.Unit,-6}{limit}"));
        }
    }

    // Four places for small figures, fewer for large ones: nothing below them was measured.
    static double Rounded(double value) => Math.Round(value, Math.Abs(value) >= 100 ? 1 : 4, MidpointRounding.AwayFromZero);

    static double LoadNow() =>
        File.Exists("/proc/loadavg")
        && double.TryParse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture, out var load)
            ? load
            : 0;
}
