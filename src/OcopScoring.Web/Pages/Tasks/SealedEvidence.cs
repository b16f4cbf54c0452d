using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using OcopScoring.Core;
using OcopScoring.Core.Evidence;

namespace OcopScoring.Web.Pages.Tasks;

/// <summary>
/// Evidence that was received with a form that was not yet sent off: it travels on in the form, sealed for the dossier, so that
/// no file has to be chosen twice and none can be claimed that was not received here.
/// </summary>
public sealed class SealedEvidence(IDataProtectionProvider protection)
{
    public string Seal(DossierId dossier, EvidenceInput evidence) => Of(dossier).Protect(JsonSerializer.Serialize(evidence), TimeSpan.FromHours(12));

    /// <summary>Null for what was not sealed here, or too long ago.</summary>
    public EvidenceInput? Open(DossierId dossier, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            return JsonSerializer.Deserialize<EvidenceInput>(Of(dossier).Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    ITimeLimitedDataProtector Of(DossierId dossier) => protection.CreateProtector("received-evidence", dossier.Value.ToString()).ToTimeLimitedDataProtector();
}
