using System.Text.Json;
using OcopScoring.Workflows.Activities;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Expressions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Reading;

/// <summary>What activity types read besides inputs and outputs.</summary>
sealed class PartReader(ActivityReader activities, ReadingContext context, ObjectReader reader, ActivityNode node)
{
    static readonly InputSpecification Condition = new("condition", InputType.Boolean, IsRequired: true);

    public void Activities()
    {
        DeclarationReader.Variables(reader, context, node.Variables);
        foreach ((JsonElement element, string path) in reader.List("activities", "activities")) activities.Read(element, path, node);
    }

    public void Flowchart()
    {
        Activities();
        node.StartId = reader.Text("start");
        bool isGiven = reader.TryTake("connections", out JsonElement connections);
        string path = reader.At("connections");

        // Ports are checked against outcomes, which the activities inside know only after their inputs.
        context.Later(() => context.Later(() =>
        {
            var found = new ConnectionReader(context, node);
            if (isGiven) found.Read(connections, path);
            found.Finish(reader.At("start"));
        }));
    }

    public void Child(string name)
    {
        if (!reader.TryTake(name, out JsonElement element, ignoreCase: true)) return;
        if (activities.Read(element, reader.At(name), node) is { } child) node.Parts[name] = child;
    }

    public void Body() => Child("body");

    public void Cases(bool withActivities)
    {
        if (!reader.TryTake("cases", out JsonElement list, ignoreCase: true)) return;
        if (list.ValueKind != JsonValueKind.Array)
        {
            reader.Fault("cases", "'cases' must be a list of cases");
            return;
        }

        var cases = new SwitchCase[list.GetArrayLength()];
        node.Cases = cases;
        var labels = new HashSet<string>(StringComparer.Ordinal);
        if (!withActivities) labels.Add(FlowSwitch.Otherwise);
        for (int i = 0; i < cases.Length; i++) cases[i] = Case(list[i], JsonPath.Item(reader.At("cases"), i), i, cases, labels, withActivities);
    }

    SwitchCase Case(JsonElement element, string path, int index, SwitchCase[] cases, HashSet<string> labels, bool withActivities)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            context.Faults.Add(path, reader.Subject, "a case must be an object");
            return new SwitchCase("", null, null);
        }

        var inner = new ObjectReader(element, path, context.Faults, reader.Subject);
        string label = inner.Text("label", isRequired: true) ?? "";
        if (label.Length > 0 && !labels.Add(label)) inner.Fault("label", $"the case label '{label}' is given twice");
        ActivityNode? activity = withActivities && inner.TryTake("activity", out JsonElement run) ? activities.Read(run, inner.At("activity"), node) : null;
        bool isGiven = inner.TryTake("condition", out JsonElement condition);
        if (!isGiven) inner.Fault("condition", $"the condition of the case '{label}' is missing");
        inner.Finish();
        if (isGiven)
        {
            context.Later(() =>
            {
                var expressions = new ExpressionReader(context, new NamesInScope(context, node), $"'{node.Id}'");
                cases[index] = cases[index] with { Condition = expressions.Expression(condition, inner.At("condition"), Condition) };
            });
        }

        return new SwitchCase(label, null, activity);
    }

    public void AssignedVariable()
    {
        bool isGiven = reader.TryTake("variable", out JsonElement value, ignoreCase: true);
        string path = reader.At("variable");
        if (!isGiven) reader.Fault("variable", "'variable' is missing");
        else context.Later(() =>
        {
            if (OutputReader.VariableId(context, $"'{node.Id}'", value, path) is not { } id) return;
            if (new NamesInScope(context, node).TryVariableId(id, out VariableReference reference)) node.Assigned = reference;
            else context.Faults.Add(JsonPath.Member(path, "id"), $"'{node.Id}'", $"the variable id '{id}' is unknown");
        });
    }
}
