using CsCheck;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Tests.Cycles;

/// <summary>The flows against the law, at every place that can be reached and along long ways with many returns.</summary>
public class RegimeEveryPathTests
{
    static readonly (string Kind, int PreviousStars)[] Kinds = [("first", 0), ("upgrade", 3), ("upgrade", 4), ("upgrade", 5), ("re-evaluation", 3), ("re-evaluation", 5)];

    [Test]
    public void Every_flow_is_proved_sound([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string regime, [Values("evaluation", "re-evaluation")] string flow)
    {
        var report = SoundnessCheck.Check(RegimeWalk.Definition(regime, flow));
        Assert.Multiple(() =>
        {
            Assert.That(report.Faults.Select(f => f.Message), Is.Empty);
            Assert.That(report.States, Is.GreaterThan(RegimeWalk.Definition(regime, flow).Activities.Count));
        });
    }

    [Test]
    public void Every_outcome_at_every_place_leads_where_the_law_says([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string regime)
    {
        foreach (var (kind, previous) in Kinds)
            Explore(new RegimeLaw(regime, kind, previous));
    }

    [Test]
    public void Every_connection_of_every_flow_is_taken_by_some_dossier([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string regime)
    {
        foreach (var flow in Kinds.GroupBy(k => RegimesThatShip.Load(regime).Regime.Workflows.For(k.Kind)))
        {
            var taken = flow.SelectMany(k => Explore(new RegimeLaw(regime, k.Kind, k.PreviousStars))).ToHashSet();
            var all = RegimeWalk.Definition(regime, flow.Key).Activities.Skip(1).Where(a => a.Type != "Elsa.Finish").SelectMany(a => a.Outcomes.Select(o => $"{a.Id}:{o}"));
            Assert.That(all.Except(taken).Except(["begin:Done"]), Is.Empty);
        }
    }

    [Test]
    public void However_long_and_often_returned_a_dossier_goes_the_way_of_the_law()
    {
        var ways = Gen.Select(Gen.Int[0, 2].Select(i => RegimesThatShip.Ids[i]), Gen.Int[0, Kinds.Length - 1].Select(i => Kinds[i]), Gen.Int[0, 999].Array[80]);
        ways.Sample((regime, kind, choices) =>
        {
            var law = new RegimeLaw(regime, kind.Kind, kind.PreviousStars);
            var (walk, place, stars) = (RegimeWalk.HandedIn(regime, kind.Kind, kind.PreviousStars), new RegimePlace("completeness"), 0);
            foreach (var choice in choices)
            {
                if (place.IsEnd)
                    break;
                var steps = LongSteps(law, walk, place, choice);
                (walk, place, stars) = Compare(law, walk, place, stars, steps[choice % steps.Length]);
            }
        }, iter: 120);
    }

    /// <summary>Goes on from each place once for each step; gives every connection that was taken.</summary>
    static HashSet<string> Explore(RegimeLaw law)
    {
        var taken = new HashSet<string>();
        var seen = new HashSet<(RegimePlace, int)>();
        var open = new Queue<(RegimeWalk Walk, RegimePlace Place, int Stars)>();
        open.Enqueue((RegimeWalk.HandedIn(law.Regime, law.Kind, law.PreviousStars), new RegimePlace("completeness"), 0));
        while (open.TryDequeue(out var at))
        {
            foreach (var step in Steps(at.Walk))
            {
                var next = Compare(law, at.Walk, at.Place, at.Stars, step);
                taken.UnionWith(next.Walk.Taken.Skip(at.Walk.Taken.Count));
                if (!next.Place.IsEnd && seen.Add((next.Place, next.Stars)))
                    open.Enqueue(next);
            }
        }
        return taken;
    }

    static (RegimeWalk Walk, RegimePlace Place, int Stars) Compare(RegimeLaw law, RegimeWalk walk, RegimePlace place, int stars, string step)
    {
        var outcome = step.Split(':', '=')[1];
        var after = outcome == "Expired" ? walk.At("2030-01-01T00:00:00Z") : walk.Do(step);
        if (outcome == "Classified")
            stars = step[^1] - '0';
        var (expected, told) = law.After(place, outcome, stars);
        var sent = after.Notices.Skip(walk.Notices.Count).Where(n => n.EndsWith(" to producer", StringComparison.Ordinal)).Select(n => n.Split(' ')[0]);
        Assert.That(sent, Is.EqualTo(told), $"{law}: notices after {step}");
        Assert.That(after.Stars, Is.EqualTo(stars), $"{law}: stars after {step}");
        if (expected.IsEnd)
        {
            Assert.That(after.Closed.Select(c => $"closed {c}"), Is.EqualTo(new[] { expected.Task }), $"{law}: after {step}");
            Assert.That(after.Recognised, Is.EqualTo(expected.Task == "closed recognised" ? [$"{law.Competent(stars)} {stars}"] : Array.Empty<string>()), $"{law}: after {step}");
            Assert.That(after.Ended, Is.True);
        }
        else
        {
            Assert.That(after.Task, Is.EqualTo(expected.Task), $"{law}: after {step}");
            Assert.That(after.Closed.Concat(after.Recognised), Is.Empty);
            Assert.That(after.Activity, Is.EqualTo(expected.Asker is null ? expected.Task : $"{expected.Asker}-supplement"));
        }
        return (after, expected, stars);
    }

    static IEnumerable<string> Steps(RegimeWalk walk) => walk.Outcomes
        .SelectMany(o => o == "Classified" ? Enumerable.Range(1, 5).Select(s => $"{walk.Task}:{o}={s}") : [$"{walk.Task}:{o}"])
        .Concat(walk.OverdueOutcome is { } late && !walk.Outcomes.Contains(late) ? [$"{walk.Task}:{late}"] : []);

    /// <summary>The steps that do not end the dossier, but for one time in twenty: so that ways get long.</summary>
    static string[] LongSteps(RegimeLaw law, RegimeWalk walk, RegimePlace place, int choice)
    {
        string[] all = [.. Steps(walk)];
        return choice >= 950 ? all : [.. all.Where(s => !law.After(place, s.Split(':', '=')[1], s[^1] - '0').Place.IsEnd)];
    }
}
