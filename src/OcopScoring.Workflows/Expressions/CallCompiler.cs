using Acornima.Ast;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Expressions;

/// <summary>The calls that a script may make; the names in them must be written out, so that they can be checked.</summary>
sealed class CallCompiler(INames names, Func<Node, int, ScriptNode> compile)
{
    public ScriptNode Compile(CallExpression call, int depth)
    {
        if (call.Optional) throw ScriptCompiler.Outside("optional chaining");
        foreach (Node argument in call.Arguments)
            if (argument is SpreadElement) throw ScriptCompiler.Outside("spreading");
        return call.Callee switch
        {
            Identifier function => Function(function.Name, call),
            MemberExpression { Object: Identifier { Name: "Math" }, Computed: false, Property: Identifier function } => Math(function.Name, call, depth),
            MemberExpression member when !member.Optional && ScriptCompiler.FixedName(member) == "includes" => Includes(member, call, depth),
            MemberExpression member => throw ScriptCompiler.Outside($"the call of '{ScriptCompiler.FixedName(member) ?? "a computed member"}'"),
            _ => throw ScriptCompiler.Outside("this call"),
        };
    }

    ScriptNode Function(string function, CallExpression call)
    {
        switch (function)
        {
            case "getVariable":
                string variable = Text(call, 0, 1, 1);
                return names.TryVariable(variable, out VariableReference found)
                    ? new VariableNode(found)
                    : throw new ScriptFailure($"the variable '{variable}' is not declared");
            case "getInput":
                string input = Text(call, 0, 1, 1);
                return names.HasInput(input) ? new InputNode(input) : throw new ScriptFailure($"the input '{input}' is not declared");
            case "getOutputFrom":
                return Output(call);
            case "getLastResult":
                Text(call, -1, 0, 0);
                names.UsesLastResult();
                return new LastResultNode();
            case "getCorrelationId":
                Text(call, -1, 0, 0);
                return new CorrelationNode();
            case "getWorkflowInstanceId":
                Text(call, -1, 0, 0);
                return new InstanceNode();
        }

        if (!function.StartsWith("get", StringComparison.Ordinal)) throw ScriptCompiler.Outside($"the call of '{function}'");
        string name = function[3..];
        if (names.HasInput(name))
        {
            Text(call, -1, 0, 0);
            return new InputNode(name);
        }

        if (!names.TryGetter(function, out VariableReference reference))
            throw new ScriptFailure($"'{function}' names no declared variable or input");
        Text(call, -1, 0, 0);
        return new VariableNode(reference);
    }

    OutputNode Output(CallExpression call)
    {
        string activity = Text(call, 0, 1, 2);
        string output = call.Arguments.Count > 1 ? Text(call, 1, 1, 2) : "Result";
        string? fault = names.FindOutput(activity, output, out int activityIndex, out int outputIndex);
        return fault is null ? new OutputNode(activityIndex, outputIndex) : throw new ScriptFailure(fault);
    }

    /// <summary>The argument at a place, which must be a plain text; −1 only counts the arguments.</summary>
    static string Text(CallExpression call, int at, int least, int most)
    {
        string function = ((Identifier)call.Callee).Name;
        if (call.Arguments.Count < least || call.Arguments.Count > most)
            throw new ScriptFailure(least == most ? $"'{function}' takes {Count(least)}" : $"'{function}' takes {least} or {most} arguments");
        if (at < 0) return "";
        return call.Arguments[at] switch
        {
            StringLiteral text => text.Value,
            TemplateLiteral { Expressions.Count: 0 } template => template.Quasis[0].Value.Cooked ?? "",
            _ => throw new ScriptFailure($"'{function}' needs a name written out as a text"),
        };
    }

    static string Count(int arguments) => arguments switch { 0 => "no argument", 1 => "one argument", _ => $"{arguments} arguments" };

    MathNode Math(string function, CallExpression call, int depth) => new(
        function switch
        {
            "min" => MathFunction.Min,
            "max" => MathFunction.Max,
            "floor" => MathFunction.Floor,
            "ceil" => MathFunction.Ceil,
            "round" => MathFunction.Round,
            "abs" => MathFunction.Abs,
            _ => throw ScriptCompiler.Outside($"Math.{function}"),
        },
        [.. call.Arguments.Select(argument => compile(argument, depth + 1))]);

    IncludesNode Includes(MemberExpression member, CallExpression call, int depth)
    {
        if (call.Arguments.Count != 1) throw new ScriptFailure("'includes' takes one argument");
        return new IncludesNode(compile(member.Object, depth + 1), compile(call.Arguments[0], depth + 1));
    }
}
