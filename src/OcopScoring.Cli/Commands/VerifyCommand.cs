using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Core;
using OcopScoring.Core.Database;
using OcopScoring.Core.Recognition;
using OcopScoring.Documents;

namespace OcopScoring.Cli.Commands;

/// <summary>Says whether a certificate PDF is genuine, unchanged, in force, expired, superseded or revoked.</summary>
static class VerifyCommand
{
    const long LargestFile = 50 * 1024 * 1024;

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        if (args is not [var file])
            throw new UsageException("Use: ocop verify FILE");
        if (!File.Exists(file))
            return Say($"{file}: There is no such file.");
        if (new FileInfo(file).Length > LargestFile)
            return Say($"{file}: The file is larger than any certificate.");
        var bytes = await File.ReadAllBytesAsync(file, ct);
        await using var site = await Site.OpenAsync(ct);
        await using var services = site.Services();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OcopDb>();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.PdfSha256 == sha256, ct) is { } genuine)
            return await DescribeAsync(db, file, genuine, scope.ServiceProvider.GetRequiredService<Now>().Day, ct);
        if (CertificateFile.Read(bytes) is not { Number: var number })
            return Say($"{file}: not genuine: this is no certificate of this system.");
        return await db.Certificates.AnyAsync(c => c.Number == number, ct)
            ? Say($"{file}: CHANGED: a certificate {number} was issued, but this file is not the one that was issued.")
            : Say($"{file}: not genuine: no certificate {number} was issued here.");
    }

    static async Task<int> DescribeAsync(OcopDb db, string file, Certificate certificate, DateOnly today, CancellationToken ct)
    {
        var state = certificate.StateOn(today);
        var detail = state switch
        {
            CertificateState.InForce => $"in force until {Day(certificate.ValidUntil)}",
            CertificateState.Expired => $"expired on {Day(certificate.ValidUntil)}",
            CertificateState.Superseded => $"superseded on {Day(certificate.SupersededOn!.Value)} by {await db.Certificates.Where(c => c.Id == certificate.SupersededById).Select(c => c.Number).SingleAsync(ct)}",
            _ => $"revoked on {Day(certificate.RevokedOn!.Value)}",
        };
        Console.Out.WriteLine($"{file}: genuine and unchanged: {certificate.Number}, {certificate.Stars} stars, issued on {Day(certificate.IssuedOn)}, {detail}.");
        return state == CertificateState.InForce ? 0 : 1;
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static int Say(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
