using System.Text.Json;
using OcopScoring.Core.Dossiers;
using OcopScoring.Rubrics;

namespace OcopScoring.Cli.Evaluation;

/// <summary>Reads a dossier's file strictly. What the law has to say of its content is the use case's affair.</summary>
static class DossierFiles
{
    static readonly HashSet<string> Names = ["schema", "id", "kind", "productSet", "submittedOn", "product", "producer", "selfAssessment", "evidence", "script", "previous"];
    static readonly HashSet<string> ProductNames = ["name", "nameEn", "specification", "description"];
    static readonly HashSet<string> ProducerNames = ["name", "type", "taxCode", "address", "localityCode", "phone", "email", "representativePost"];
    static readonly HashSet<string> EvidenceNames = ["criterion", "kind", "title", "file", "issuedOn", "validUntil"];
    static readonly HashSet<string> EntryNames = ["task", "outcome", "on", "note", "sheets", "evidence", "selfAssessment"];
    static readonly string[] StatementNames = ["name", "type", "taxCode", "address", "phone", "email", "representativePost"];
    static readonly string[] DeedNames = ["outcome", "note", "sheets", "evidence", "selfAssessment"];
    static readonly string[] SupplementNames = ["evidence", "selfAssessment"];
    static readonly Dictionary<string, int> Kinds = new() { ["first"] = 0, ["upgrade"] = 1, ["re-evaluation"] = 2 };

    public static DossierFile Read(string folder, string file) => FolderFiles.Read(folder, file, (root, faults) =>
    {
        if (!StrictObject.HasSchema(root, JsonPath.Root, "ocop-dossier/1", faults) || StrictObject.Open(root, JsonPath.Root, faults, Names) is not { } dossier)
            return null;
        var kind = dossier.Word("kind", Kinds);
        var previous = Previous(dossier, kind, faults);
        var product = dossier.Required("product") is { } p ? ReadProduct(p, faults) : null;
        var (producer, locality) = dossier.Required("producer") is { } c ? ReadProducer(c, faults) : (null, null);
        var submittedOn = FolderFiles.Day(dossier, "submittedOn", faults);
        var evidence = (dossier.List("evidence") ?? []).Select((e, i) => ReadEvidence(e, JsonPath.Element("evidence", i), faults)).ToList();
        var script = (dossier.List("script") ?? []).Select((e, i) => ReadEntry(e, JsonPath.Element("script", i), faults)).ToList();
        if (submittedOn is { } begin)
            CheckDays(begin, script, faults);
        return (dossier.Text("id"), dossier.Whole("productSet"), submittedOn, dossier.Required("selfAssessment")) is ({ } id, { } set, { } on, { } choices)
            && product is not null && producer is not null && locality is not null && kind is { } k && faults.Count == 0
            ? new DossierFile(file, id, Kinds.Single(w => w.Value == k).Key, set, on, product, producer, locality, choices, [.. evidence.OfType<EvidenceLine>()], [.. script.OfType<ScriptEntry>()], previous)
            : null;
    });

    static string? Previous(StrictObject dossier, int? kind, FaultList faults)
    {
        if (kind is null or 0)
        {
            if (kind is 0 && dossier.Optional("previous") is { ValueKind: not JsonValueKind.Null })
                faults.Add(dossier.At("previous"), "A first dossier follows no certificate.");
            return null;
        }
        return dossier.Text("previous");
    }

    static Product? ReadProduct(JsonElement element, FaultList faults)
    {
        if (StrictObject.Open(element, "product", faults, ProductNames) is not { } product)
            return null;
        var nameEn = product.Has("nameEn") ? NullableText(product, "nameEn") : null;
        return (product.AnyText("name"), product.AnyText("specification"), product.AnyText("description")) is ({ } name, { } specification, { } description)
            ? new Product(name, string.IsNullOrWhiteSpace(nameEn) ? null : nameEn, specification, description)
            : null;
    }

    static (ProducerStatement? Producer, string? Locality) ReadProducer(JsonElement element, FaultList faults)
    {
        if (StrictObject.Open(element, "producer", faults, ProducerNames) is not { } producer)
            return default;
        var fields = StatementNames.Select(producer.AnyText).ToArray();
        var locality = producer.Text("localityCode");
        return fields is [{ } name, { } type, { } taxCode, { } address, { } phone, { } email, { } post]
            ? (new ProducerStatement { Name = name, Type = type, TaxCode = taxCode, Address = address, Phone = phone, Email = email, RepresentativePost = post }, locality)
            : default;
    }

    static EvidenceLine? ReadEvidence(JsonElement element, string path, FaultList faults)
    {
        if (StrictObject.Open(element, path, faults, EvidenceNames) is not { } line)
            return null;
        var (issued, until) = (FolderFiles.DayOrNull(line, "issuedOn", faults), FolderFiles.DayOrNull(line, "validUntil", faults));
        return (line.Text("criterion"), line.Text("kind"), line.Text("title"), line.Text("file")) is ({ } criterion, { } kind, { } title, { } file)
            ? new EvidenceLine(path, criterion, kind, title, file, issued, until)
            : null;
    }

    static ScriptEntry? ReadEntry(JsonElement element, string path, FaultList faults)
    {
        if (StrictObject.Open(element, path, faults, EntryNames) is not { } entry)
            return null;
        var task = entry.OptionalText("task");
        foreach (var name in DeedNames)
            if (task is null && entry.Optional(name) is { ValueKind: not JsonValueKind.Null })
                faults.Add(entry.At("task"), "The property 'task' is missing.");
        if (entry.Has("outcome") && entry.Has("sheets"))
            faults.Add(entry.At("outcome"), "The outcome of a council is computed from its 'sheets', never given.");
        if (task is not null && !entry.Has("outcome") && !entry.Has("sheets"))
            faults.Add(entry.At("outcome"), "The property 'outcome' is missing.");
        var evidence = (entry.OptionalList("evidence") ?? []).Select((e, i) => ReadEvidence(e, JsonPath.Element(entry.At("evidence"), i), faults)).OfType<EvidenceLine>().ToList();
        foreach (var name in SupplementNames)
            if (task is not (null or "supplement") && entry.Has(name))
                faults.Add(entry.At(name), "Only a supplement brings this.");
        var choices = entry.Optional("selfAssessment") is { } given ? ReadReplaced(given, entry.At("selfAssessment"), faults) : new Dictionary<string, string?>();
        var note = entry.Has("note") ? NullableText(entry, "note") : null;
        return FolderFiles.Day(entry, "on", faults) is { } on
            ? new ScriptEntry(path, on, task, entry.OptionalText("outcome"), entry.OptionalText("sheets"), note, evidence, choices)
            : null;
    }

    static Dictionary<string, string?> ReadReplaced(JsonElement element, string path, FaultList faults)
    {
        var replaced = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, "An object is expected here.");
            return replaced;
        }
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                faults.Add(JsonPath.Key(path, property.Name), "An option's id or null is expected here.");
            else if (!replaced.TryAdd(property.Name, property.Value.GetString()))
                faults.Add(JsonPath.Key(path, property.Name), "This criterion is given twice.");
        }
        return replaced;
    }

    static void CheckDays(DateOnly begin, List<ScriptEntry?> script, FaultList faults)
    {
        var last = begin;
        foreach (var entry in script.OfType<ScriptEntry>())
        {
            if (entry.On < last)
                faults.Add($"{entry.Path}.on", $"Days in a script never go back: {entry.On:yyyy-MM-dd} comes after {last:yyyy-MM-dd}.");
            last = entry.On;
        }
    }

    static string? NullableText(StrictObject owner, string name) =>
        owner.Optional(name) is { ValueKind: JsonValueKind.Null } ? null : owner.OptionalText(name);
}
