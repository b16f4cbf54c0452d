using CsCheck;

namespace OcopScoring.Rubrics.Tests;

/// <summary>Whatever the bytes are, a reader answers with a value or with faults that can be shown; it never throws.</summary>
public sealed class FuzzTests
{
    static readonly Rubric Scale = Given.Scale(("1.1", 10, 3));

    static readonly byte[][] Documents =
    [
        Given.Bytes(Given.ScaleJson(("1.1", 10, 3), ("2.1", 5, 4))),
        Given.Bytes(Given.SheetsJson(Scale)),
        Given.Bytes(CouncilRules.Default.ToJson()),
        Given.Bytes(new Round(Scale).Totals(80, 71, 5).Recused().Score().ToJson()),
    ];

    static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ":", ",", "null", "true", "\"\"", "\"id\"", "\"schema\"", "-1", "1e999", "99999999999999999999", "0.5", "\\u0000", "\"\\ud800\"", "\"1.1\"",
        "\"a\\nb\":", "\"choices\":{}", "\uFEFF", "\u2028", "'", "\\",
    ];

    static readonly Gen<byte[]> Broken =
        from document in Gen.Int[0, Documents.Length - 1].Select(i => Documents[i])
        from edits in Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 12], Gen.OneOf(Gen.Int[0, Tokens.Length - 1].Select(i => Given.Bytes(Tokens[i])), Gen.Byte.Array[0, 3])).Array[1, 4]
        select edits.Aggregate(document, (bytes, edit) =>
        {
            var at = edit.Item1 % (bytes.Length + 1);
            return [.. bytes[..at], .. edit.Item3, .. bytes[Math.Min(bytes.Length, at + edit.Item2)..]];
        });

    [Test]
    public void Broken_documents_are_answered() => Broken.Sample(
        bytes =>
        {
            MustBeAnswered(RubricReader.Read(bytes));
            MustBeAnswered(ScoreSheetsReader.Read(bytes, Scale));
            MustBeAnswered(CouncilRulesReader.Read(bytes));
            MustBeAnswered(CouncilResult.FromJson(bytes));
        },
        iter: 5000);

    [Test]
    public void Values_of_any_type_at_any_place_are_answered()
    {
        string[] values = ["null", "true", "0", "-1", "1.5", "1e9", "\"\"", "\"x\"", "\"\\ud800\"", "[]", "[null]", "[[]]", "{}", "{\"x\":1,\"x\":2}", "{\"\\udc00\":1}"];
        foreach (var document in Documents)
        {
            using var json = System.Text.Json.JsonDocument.Parse(document);
            var paths = JsonEdit.Properties(json.RootElement).Select(property => property.Path).Where(path => !path.Contains("options[", StringComparison.Ordinal) || path.Contains("options[0]", StringComparison.Ordinal));
            foreach (var path in paths)
                foreach (var value in values)
                {
                    var bytes = JsonEdit.Replace(json.RootElement, path, value);
                    MustBeAnswered(RubricReader.Read(bytes));
                    MustBeAnswered(ScoreSheetsReader.Read(bytes, Scale));
                    MustBeAnswered(CouncilRulesReader.Read(bytes));
                    MustBeAnswered(CouncilResult.FromJson(bytes));
                }
        }
    }

    static void MustBeAnswered<T>(Reading<T> reading)
        where T : class
    {
        if (reading.Ok == reading.Faults.Count > 0) throw new InvalidOperationException("A reading is either a value or faults.");
        foreach (var fault in reading.Faults)
            if (fault.Path.Length == 0 || !fault.Message.EndsWith('.') || fault.ToString().AsSpan().ContainsAny("\r\n\u2028\u2029"))
                throw new InvalidOperationException($"This fault cannot be shown: {fault}");
    }
}
