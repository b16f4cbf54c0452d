using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>
/// Reads rubrics (<c>ocop-rubric/1</c>) strictly and checks them: every property is known and of its type, ids are unique, options belong to their
/// criterion, parents exist, points add up at leaf, group, part and total, star marks agree with the options. All faults are listed.
/// </summary>
public static class RubricReader
{
    public const string Schema = "ocop-rubric/1";

    /// <summary>Never throws for the content of the document. A document with another schema has one fault, at <c>schema</c>.</summary>
    public static Reading<Rubric> Read(ReadOnlyMemory<byte> utf8) => StrictJson.Read(utf8, Read);

    /// <summary>Reads a rubric that stands inside another document, such as a sealed result.</summary>
    public static Reading<Rubric> Read(JsonElement element, string path) => Read(element, path, new FaultList());

    static Reading<Rubric> Read(JsonElement root, FaultList faults) => Read(root, JsonPath.Root, faults);

    static Reading<Rubric> Read(JsonElement element, string path, FaultList faults)
    {
        if (!StrictObject.HasSchema(element, path, Schema, faults)) return Reading.Refused<Rubric>(faults.ToList());
        var draft = RubricDraftReader.Read(element, path, faults);
        if (draft is not null)
        {
            IdChecks.Run(draft, faults);
            RuleChecks.Run(draft, faults);
            PointChecks.Run(draft, faults);
            MarkChecks.Run(draft, faults);
        }

        return faults.Result(() => RubricBuilder.Build(draft!));
    }
}
