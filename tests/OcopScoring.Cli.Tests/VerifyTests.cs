namespace OcopScoring.Cli.Tests;

public sealed class VerifyTests
{
    [Test]
    public async Task A_certificate_is_genuine_until_a_byte_of_it_changes_and_a_stranger_is_told_so()
    {
        await using var ocop = new Ocop();
        await ocop.RunAsync("evaluate", Repository.At("samples", "four-tiers"), "--out", ocop.Output);
        var file = Path.Combine(ocop.Output, "certificates", "0001-2024-GCN-OCOP-TW.pdf");
        var superseded = Path.Combine(ocop.Output, "certificates", "0001-2024-GCN-OCOP-676.pdf");
        var changed = Path.Combine(ocop.Output, "changed.pdf");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(changed, bytes);
        var stranger = Path.Combine(ocop.Output, "stranger.pdf");
        await File.WriteAllTextAsync(stranger, "%PDF-1.4 hello");

        var genuine = await ocop.RunAsync("verify", file);
        var old = await ocop.RunAsync("verify", superseded);
        var altered = await ocop.RunAsync("verify", changed);
        var foreign = await ocop.RunAsync("verify", stranger);
        var missing = await ocop.RunAsync("verify", Path.Combine(ocop.Output, "no-such.pdf"));

        Assert.That(genuine.Output, Does.Contain("genuine and unchanged: 0001/2024/GCN-OCOP-TW, 5 stars"));
        Assert.That(old.Output, Does.Contain("superseded on").And.Contain("0003/2024/GCN-OCOP-68"));
        Assert.That((altered.ExitCode, altered.Error), Is.EqualTo((1, $"{changed}: CHANGED: a certificate 0001/2024/GCN-OCOP-TW was issued, but this file is not the one that was issued.{Environment.NewLine}")));
        Assert.That((foreign.ExitCode, foreign.Error), Is.EqualTo((1, $"{stranger}: not genuine: this is no certificate of this system.{Environment.NewLine}")));
        Assert.That(missing.ExitCode, Is.EqualTo(1));
    }
}
