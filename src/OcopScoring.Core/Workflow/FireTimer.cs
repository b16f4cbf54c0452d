using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;
using OcopScoring.Core.Notices;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Workflow;

/// <summary>Fires a timer that fell due. One that is gone (its task was done meanwhile) is nothing to do.</summary>
public sealed record FireTimer(DossierId Dossier, int Bookmark, TimerKind Kind, DateTimeOffset DueAt) : ICommand<Nothing>;

public sealed class FireTimerAuthorizer : IAuthorizer<FireTimer>
{
    public Task<Refusal?> Authorize(FireTimer request, Actor actor, CancellationToken ct) =>
        Task.FromResult(actor.IsSystem ? null : Refusals.NeedsRole(RoleNames.Administrator));
}

public sealed class FireTimerHandler(OcopDb db, WorkflowHost host, NoticeQueue notices) : MediatR.IRequestHandler<FireTimer, Outcome<Nothing>>
{
    public async Task<Outcome<Nothing>> Handle(FireTimer request, CancellationToken cancellationToken)
    {
        var burst = await host.OpenAsync(request.Dossier, cancellationToken);
        var gone = await db.Timers
            .Where(t => t.DossierId == request.Dossier && t.Bookmark == request.Bookmark && t.Kind == request.Kind && t.DueAt == request.DueAt)
            .ExecuteDeleteAsync(cancellationToken) == 0;
        if (gone || burst.State!.FindBookmark(request.Bookmark) is not { } bookmark)
            return default(Nothing);
        if (request.Kind == TimerKind.Reminder)
        {
            notices.Remind(burst, bookmark);
            return default(Nothing);
        }
        return await host.FireAsync(burst, request.Bookmark, cancellationToken) is { } refused ? refused : default(Nothing);
    }
}
