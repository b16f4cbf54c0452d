namespace OcopScoring.Core.Recognition;

/// <summary>Where the public reaches this system; printed on certificates.</summary>
public sealed record PublicAddress(string BaseUrl)
{
    public string OfCertificate(string slug) => $"{BaseUrl.TrimEnd('/')}/verify/{slug}";
}
