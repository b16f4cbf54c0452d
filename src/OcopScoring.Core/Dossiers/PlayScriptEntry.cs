using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Dossiers;

/// <summary>
/// Carries out one entry of a dossier's script, once: the deed and the script's position move in the same transaction, so that
/// a script that was cut off goes on exactly where it stopped.
/// </summary>
/// <param name="Position">The entry's index, from 0. An entry that was carried out before is passed over.</param>
/// <param name="Deed">What the entry does; null for an entry that only moves the clock.</param>
public sealed record PlayScriptEntry(DossierId Dossier, int Position, IRequest<Outcome<Tasks.TaskDone>>? Deed) : ICommand<Nothing>;

public sealed class PlayScriptEntryAuthorizer : IAuthorizer<PlayScriptEntry>
{
    public Task<Refusal?> Authorize(PlayScriptEntry request, Actor actor, CancellationToken ct) =>
        Task.FromResult(actor.Kind is "script" or "system" ? null : Refusals.NeedsRole(RoleNames.Administrator));
}

public sealed class PlayScriptEntryHandler(OcopDb db, IMediator mediator) : IRequestHandler<PlayScriptEntry, Outcome<Nothing>>
{
    public async Task<Outcome<Nothing>> Handle(PlayScriptEntry request, CancellationToken cancellationToken)
    {
        var locked = await db.Database.ExecuteSqlAsync(
            $"update dossiers set script_position = {request.Position + 1} where id = {request.Dossier.Value} and script_position = {request.Position}", cancellationToken);
        if (locked == 0 || request.Deed is null)
            return default(Nothing);
        var done = await mediator.Send(request.Deed, cancellationToken);
        return done.Refusal is { } refused ? refused : default(Nothing);
    }
}
