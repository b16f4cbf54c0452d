using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Dossiers;

/// <summary>
/// What a dossier still lacks before anyone has to read it: the fields of the registration form (Mẫu 01) and, for each
/// criterion that the self-assessment (Mẫu 02) puts above its lowest option, at least one piece of evidence. No other paper is demanded.
/// </summary>
public sealed class Completeness(OcopDb db)
{
    /// <summary>Names of blank fields and ids of criteria without evidence, in the order of the form and the rubric; empty when complete.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(Dossier dossier, Rubric rubric, CancellationToken ct)
    {
        var proved = await db.Evidence.Where(e => e.DossierId == dossier.Id).Select(e => e.Criterion).Distinct().ToListAsync(ct);
        return [.. BlankFields(dossier), .. Unproved(dossier.SelfAssessment, rubric, proved.ToHashSet())];
    }

    /// <param name="selfAssessment">JSON object: leaf → option id or null.</param>
    public static IEnumerable<string> Unproved(string selfAssessment, Rubric rubric, IReadOnlySet<string> proved)
    {
        using var choices = JsonDocument.Parse(selfAssessment);
        foreach (var leaf in rubric.Leaves)
        {
            var points = choices.RootElement.TryGetProperty(leaf.Id, out var choice) && choice.ValueKind == JsonValueKind.String
                ? leaf.FindOption(choice.GetString()!)?.Points ?? 0
                : 0;
            if (points > leaf.LowestPoints && !proved.Contains(leaf.Id))
                yield return leaf.Id;
        }
    }

    /// <summary>The list of what is missing, in words.</summary>
    public static Text Describe(IReadOnlyList<string> missing) => new(
        $"thiếu: {string.Join(", ", missing.Select(m => m.Contains("product") || m.Contains("producer") ? $"mục {m}" : $"minh chứng tiêu chí {m}"))}",
        $"missing: {string.Join(", ", missing.Select(m => m.Contains("product") || m.Contains("producer") ? $"field {m}" : $"evidence for criterion {m}"))}");

    static IEnumerable<string> BlankFields(Dossier dossier)
    {
        (string Field, string Value)[] required =
        [
            ("product.specification", dossier.Product.Specification),
            ("producer.address", dossier.Producer.Address),
            ("producer.phone", dossier.Producer.Phone),
            ("producer.representativePost", dossier.Producer.RepresentativePost),
        ];
        return required.Where(r => string.IsNullOrWhiteSpace(r.Value)).Select(r => r.Field);
    }
}
