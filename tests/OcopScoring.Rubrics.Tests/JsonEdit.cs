using System.Text.Encodings.Web;
using System.Text.Json;

namespace OcopScoring.Rubrics.Tests;

/// <summary>Breaks one place of a document, named by its path, and leaves all else as it is.</summary>
static class JsonEdit
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The paths of all properties, with their values.</summary>
    public static IEnumerable<(string Path, JsonElement Value)> Properties(JsonElement element, string path = "$") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .SelectMany(property => Properties(property.Value, Join(path, property.Name)).Prepend((Join(path, property.Name), property.Value))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Properties(item, $"{path}[{i}]")),
        _ => [],
    };

    public static byte[] Remove(JsonElement root, string path) => Rewrite(root, path, (_, _, _) => { });

    /// <summary>Gives the property a second time right after the first.</summary>
    public static byte[] Twice(JsonElement root, string path) => Rewrite(root, path, (writer, name, value) =>
    {
        Write(writer, name, value);
        Write(writer, name, value);
    });

    public static byte[] Rename(JsonElement root, string path, Func<string, string> rename) =>
        Rewrite(root, path, (writer, name, value) => Write(writer, rename(name), value));

    public static byte[] Replace(JsonElement root, string path, string json) => Rewrite(root, path, (writer, name, _) =>
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json);
    });

    /// <summary>Adds a property right after the one at the path.</summary>
    public static byte[] AddAfter(JsonElement root, string path, string added, string json) => Rewrite(root, path, (writer, name, value) =>
    {
        Write(writer, name, value);
        writer.WritePropertyName(added);
        writer.WriteRawValue(json);
    });

    static string Join(string path, string name)
    {
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || char.IsDigit(name[0])) return $"{path}['{name}']";
        return path == "$" ? name : $"{path}.{name}";
    }

    static byte[] Rewrite(JsonElement root, string target, Action<Utf8JsonWriter, string, JsonElement> edit)
    {
        using var stream = new MemoryStream();
        var hits = 0;
        using (var writer = new Utf8JsonWriter(stream, Options)) Copy(writer, root, "$");
        return hits == 1 ? stream.ToArray() : throw new InvalidOperationException($"{target} is there {hits} times.");

        void Copy(Utf8JsonWriter writer, JsonElement element, string path)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    var below = Join(path, property.Name);
                    if (below == target)
                    {
                        hits++;
                        edit(writer, property.Name, property.Value);
                    }
                    else
                    {
                        writer.WritePropertyName(property.Name);
                        Copy(writer, property.Value, below);
                    }
                }

                writer.WriteEndObject();
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                writer.WriteStartArray();
                var i = 0;
                foreach (var item in element.EnumerateArray()) Copy(writer, item, $"{path}[{i++}]");
                writer.WriteEndArray();
            }
            else
            {
                element.WriteTo(writer);
            }
        }
    }

    static void Write(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }
}
