using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Accounts;

/// <summary>The demo accounts, for the sign-in page of a demonstration; empty everywhere else.</summary>
public sealed record DemoAccountList : IQuery<IReadOnlyList<DemoAccount>>;

public sealed record DemoAccount(string UserName, string DisplayName);

public sealed class DemoAccountListAuthorizer : IAuthorizer<DemoAccountList>
{
    public Task<Refusal?> Authorize(DemoAccountList request, Actor actor, CancellationToken ct) => Task.FromResult<Refusal?>(null);
}

public sealed class DemoAccountListHandler(OcopDb db) : IRequestHandler<DemoAccountList, Outcome<IReadOnlyList<DemoAccount>>>
{
    public async Task<Outcome<IReadOnlyList<DemoAccount>>> Handle(DemoAccountList request, CancellationToken cancellationToken) =>
        await db.Users.Where(a => a.IsDemo).OrderBy(a => a.Id).Select(a => new DemoAccount(a.UserName!, a.DisplayName)).ToListAsync(cancellationToken);
}
