using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using OcopScoring.Workflows.Soundness;

namespace OcopScoring.Workflows.Tests;

/// <summary>Properties of definitions that nobody thought of.</summary>
[TestFixture]
public sealed class RandomFlows
{
    static readonly string[] Kinds = ["task", "task", "task2", "line", "decision", "fork", "joinAll", "joinAny", "joinActive", "end", "task2", "nested", "each", "if", "finish"];

    /// <summary>Some activities of random kinds; each outcome leads to one random activity or, rarely, nowhere.</summary>
    static readonly Gen<Flow> Any =
        from kinds in (from kind in Gen.Int[0, Kinds.Length - 1] select Kinds[kind]).Array[2, 7]
        from targets in Gen.Int[0, 99].Array[kinds.Length * 2 + 1]
        select Make(kinds, targets);

    static Flow Make(string[] kinds, int[] targets)
    {
        int count = kinds.Length;
        Flow flow = Flow.Of($"start > n{targets[^1] % count}");
        for (int i = 0; i < count; i++)
        {
            string id = $"n{i}";
            string[] outcomes = kinds[i] switch { "task2" => ["Ok", "No"], "decision" => ["True", "False"], "fork" => ["A", "B"], "task" => ["Ok"], _ => ["Done"] };
            flow = kinds[i] switch
            {
                "task" or "task2" => flow.Task(id, outcomes),
                "decision" => flow.Decision(id),
                "fork" => flow.Fork(id, outcomes),
                "joinAll" => flow.Join(id, "WaitAll"),
                "joinAny" => flow.Join(id, "WaitAny"),
                "joinActive" => flow.Join(id, "WaitAllActive"),
                "end" => flow.Add(new JsonObject { ["id"] = id, ["type"] = "Elsa.End" }),
                "finish" => flow.Add(new JsonObject { ["id"] = id, ["type"] = "Elsa.Finish" }),
                "nested" => flow.Add(Inside(id)),
                "each" => flow.Add(new JsonObject { ["id"] = id, ["type"] = "Elsa.ParallelForEach", ["items"] = Flow.Js("[1, 2]"), ["body"] = Flow.TaskOf(id + "t", "Ok") }),
                "if" => flow.Add(new JsonObject { ["id"] = id, ["type"] = "Elsa.If", ["condition"] = true, ["then"] = Flow.TaskOf(id + "t", "Ok") }),
                _ => flow.Line(id),
            };
            if (kinds[i] is "end" or "finish") continue;
            var ends = new List<string>();
            for (int o = 0; o < outcomes.Length; o++)
            {
                int target = targets[i * 2 + o];
                if (target < 6) ends.Add(outcomes[o]);
                else if (target < 30) flow.Connect($"{id}:{outcomes[o]} > end");
                else flow.Connect($"{id}:{outcomes[o]} > n{target % count}");
            }

            if (ends.Count > 0) flow.EndsHere(id, [.. ends]);
        }

        return flow;
    }

    /// <summary>A flowchart of its own: two tasks side by side, of which the first may be repeated, into one line.</summary>
    static JsonObject Inside(string id) => new()
    {
        ["id"] = id,
        ["type"] = "Elsa.Flowchart",
        ["activities"] = new JsonArray(Flow.LineOf(id + "s", ""), Flow.TaskOf(id + "a", "Ok", "Again"), Flow.TaskOf(id + "b", "Ok"), Flow.LineOf(id + "m", "")),
        ["connections"] = new JsonArray([.. new[] { ("s", "a", "Done"), ("s", "b", "Done"), ("a", "a", "Again"), ("a", "m", "Ok"), ("b", "m", "Ok") }
            .Select(each => (JsonNode)new JsonObject { ["source"] = id + each.Item1, ["target"] = id + each.Item2, ["sourcePort"] = each.Item3 })]),
    };

    static readonly SoundnessBounds Bounds = new(4_000, TimeSpan.FromMinutes(1));

    /// <summary>Open outcomes and activities that are never reached do no harm to a run.</summary>
    static bool MayGoWrong(WorkflowDefinition definition) =>
        StructureCheck.Faults(definition).Exists(fault => fault.Kind is not (SoundnessKind.OpenOutcome or SoundnessKind.Unreachable));

    [Test]
    public void Looking_at_one_order_of_independent_branches_finds_what_looking_at_all_finds()
    {
        int compared = 0, faulty = 0;
        Any.Sample(flow =>
        {
            WorkflowDefinition definition = flow.Read();
            if (MayGoWrong(definition)) return;
            List<SoundnessFault> all = new FlowSearch(definition, Bounds, default, reduces: false).Run();
            if (all.Exists(fault => fault.Kind == SoundnessKind.Bound)) return;
            List<SoundnessFault> some = new FlowSearch(definition, Bounds, default).Run();
            Interlocked.Increment(ref compared);
            if (all.Count > 0) Interlocked.Increment(ref faulty);
            string Shown(List<SoundnessFault> faults) => string.Join(' ', faults.Where(fault => fault.Kind != SoundnessKind.CannotEnd).Select(fault => $"{fault.Kind} {fault.Path}").Order())
                + (faults.Exists(fault => fault.Kind == SoundnessKind.CannotEnd) ? " CannotEnd" : "");
            Assert.That(Shown(some), Is.EqualTo(Shown(all)), flow.ToJson()["root"]!["connections"]!.ToJsonString() + flow.ToJson()["root"]!["activities"]!.ToJsonString());
        }, iter: 3_000, threads: 1);
        Assert.That(compared, Is.GreaterThan(300));
        Assert.That(faulty, Is.GreaterThan(20));
    }

    [Test]
    public void A_random_walk_through_a_sound_flow_never_gets_stuck_and_survives_its_JSON()
    {
        int sound = 0;
        (from flow in Any from picks in Gen.Int[0, 1_000].Array[40] select (flow, picks)).Sample(each =>
        {
            WorkflowDefinition definition = each.flow.Read();
            if (MayGoWrong(definition) || new FlowSearch(definition, Bounds, default).Run().Exists(fault => fault.Kind != SoundnessKind.Unreachable)) return;
            Interlocked.Increment(ref sound);
            var context = new EngineContext(DateTimeOffset.UnixEpoch, WorkingCalendar.Plain, "walk");
            Decision kept = Engine.Decide(definition, null, new Stimulus.Start(), context), stored = kept;
            foreach (int pick in each.picks)
            {
                if (kept.State.Status == WorkflowStatus.Finished) break;
                Assert.That(kept.State.Status, Is.EqualTo(WorkflowStatus.Suspended));
                Bookmark bookmark = kept.State.Bookmarks[pick % kept.State.Bookmarks.Count];
                var resume = new Stimulus.Resume(bookmark.Id, bookmark.Outcomes[pick % bookmark.Outcomes.Count], pick);
                kept = Engine.Decide(definition, kept.State, resume, context);
                stored = Engine.Decide(definition, WorkflowState.FromJson(stored.State.ToJson(), definition), resume, context);
                Assert.That(stored.Effects.Select(Shown), Is.EqualTo(kept.Effects.Select(Shown)));
                Assert.That(stored.State.ToJson(), Is.EqualTo(kept.State.ToJson()));
            }
        }, iter: 3_000, threads: 1);
        Assert.That(sound, Is.GreaterThan(200));
    }

    static string Shown(Effect effect) => effect switch
    {
        Effect.BookmarkOpened opened => $"opened {opened.Bookmark.Id} {opened.Bookmark.ActivityId}",
        Effect.ActivityCompleted completed => $"completed {completed.ActivityId} {string.Join(',', completed.Outcomes)}",
        _ => effect.ToString(),
    };

    [Test]
    public void A_document_with_any_part_replaced_is_read_or_refused_but_never_breaks_the_reader()
    {
        byte[] good = JsonSerializer.SerializeToUtf8Bytes(Flow.Of("start > t", "t:Ok > d", "d:True > end", "d:False > t").Variable("V").Input("I").Task("t", "Ok").Decision("d", "getV() > 1").ToJson());
        string[] parts = ["null", "true", "5", "\"x\"", "\"start\"", "[]", "{}", "[null]", "{\"id\":\"t\"}", "{\"type\":\"Elsa.If\"}", "\"\\u0000\"", "1e400", "[[[[]]]]"];
        int count = Paths(JsonNode.Parse(good)!).Count();
        (from at in Gen.Int[0, count - 1] from part in Gen.Int[0, parts.Length - 1] select (at, part: parts[part])).Sample(each =>
        {
            JsonNode document = JsonNode.Parse(good)!;
            (JsonNode owner, object key) = Paths(document).ElementAt(each.at);
            JsonNode? value = JsonNode.Parse(each.part);
            if (key is int index) owner.AsArray()[index] = value;
            else owner[(string)key] = value;
            DefinitionReading reading = DefinitionReader.Read(JsonSerializer.SerializeToUtf8Bytes(document));
            Assert.That(reading.Definition is null, Is.EqualTo(reading.Faults.Count > 0));
            if (reading.Definition is { } definition) SoundnessCheck.Check(definition, Bounds, default);
        }, iter: 2_000, threads: 1);
    }

    static IEnumerable<(JsonNode Owner, object Key)> Paths(JsonNode node)
    {
        if (node is JsonArray array)
        {
            for (int i = 0; i < array.Count; i++)
            {
                yield return (array, i);
                if (array[i] is { } item)
                    foreach ((JsonNode, object) inner in Paths(item)) yield return inner;
            }
        }
        else if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? value) in members.ToList())
            {
                yield return (members, name);
                if (value is not null)
                    foreach ((JsonNode, object) inner in Paths(value)) yield return inner;
            }
        }
    }
}
