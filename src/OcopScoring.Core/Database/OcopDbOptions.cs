using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace OcopScoring.Core.Database;

/// <summary>How the database is spoken to, in the program, in tests and in the migrations tool alike.</summary>
public static class OcopDbOptions
{
    public static void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString)
        .UseSnakeCaseNamingConvention();
}

/// <summary>For `dotnet ef migrations add`: the model needs no server.</summary>
sealed class DesignTimeFactory : IDesignTimeDbContextFactory<OcopDb>
{
    public OcopDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<OcopDb>();
        OcopDbOptions.Configure(options, "Host=design-time");
        return new OcopDb(options.Options);
    }
}
