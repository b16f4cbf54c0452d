using System.Text.Json;

namespace OcopScoring.Workflows.Reading;

/// <summary>A property that is given twice in one object is a fault, wherever it stands.</summary>
static class Repetitions
{
    public static void Report(JsonElement element, string path, FaultList faults)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement item in element.EnumerateArray()) Report(item, JsonPath.Item(path, index++), faults);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (JsonProperty member in element.EnumerateObject())
            {
                string at = JsonPath.Member(path, member.Name);
                if (!seen.Add(member.Name)) faults.Add(at, null, $"the property '{member.Name}' is given twice");
                Report(member.Value, at, faults);
            }
        }
    }
}
