using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Core;
using Serilog;

namespace OcopScoring.Web;

/// <summary>What whoever hosts the pages decides.</summary>
public sealed record WebServerOptions
{
    /// <summary>Database, folder of files and the public address that QR codes lead to.</summary>
    public required CoreOptions Core { get; init; }

    /// <summary>Where to listen, several parted by semicolons: `http://127.0.0.1:5080`; port 0 takes a free one.</summary>
    public required string Urls { get; init; }

    /// <summary>Makes the demo accounts and names them on the sign-in page.</summary>
    public bool Demo { get; init; }

    /// <summary>What the host connects: the certificate documents, a clock.</summary>
    public Action<IServiceCollection> Configure { get; init; } = static _ => { };

    /// <summary>Where the log goes; by default standard error.</summary>
    public Action<LoggerConfiguration>? Log { get; init; }

    /// <summary>Attempts to sign in from one address in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>Public look-ups from one address in a minute.</summary>
    public int LookUpsPerMinute { get; init; } = 120;
}
