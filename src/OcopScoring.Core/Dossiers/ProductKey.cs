using System.Text;

namespace OcopScoring.Core.Dossiers;

/// <summary>A product's name as it is compared: composed, without case and without spaces.</summary>
public static class ProductKey
{
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormC))
            if (!char.IsWhiteSpace(character))
                key.Append(char.ToLowerInvariant(character));
        return key.ToString();
    }
}
