using MediatR;
using Microsoft.Extensions.Localization;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Tasks;
using OcopScoring.Web.Hosting;
using OcopScoring.Web.Language;

namespace OcopScoring.Web.Pages.Tasks;

/// <summary>What is said after a deed: what was done, where the dossier is now, and what waits next.</summary>
static class ActNotice
{
    public static async Task<NoticeText> OfAsync(IMediator mediator, IStringLocalizer text, TaskToDo task, RegimeOutcome chosen, TaskDone done)
    {
        var now = done.OpenTasks.Select(name => task.Head.Regime.Task(name)).ToList();
        var where = now.Count > 0
            ? text["where", string.Join("; ", now.Select(t => $"{t.Title.In()} ({task.Head.Regime.Role(t.Role).Title.In()})"))]
            : text[$"ended-{DossierStates.NameOf(done.State)}"];
        var next = await mediator.Send(new MyTasks());
        var said = new NoticeText(text["done", chosen.Action.In()], where);
        return next is { Refusal: null, Value.Items: [var waiting, ..] }
            ? said with { LinkText = text["next", waiting.Title.In(), waiting.Product], LinkAddress = Addresses.Task(waiting) }
            : said;
    }
}
