using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Expressions;

sealed class VariableNode(VariableReference reference) : ScriptNode
{
    protected override Value Run(ref ScriptRun run) => run.Source.Variable(reference);
}

sealed class InputNode(string name) : ScriptNode
{
    protected override Value Run(ref ScriptRun run) => run.Source.Input(name);
}

sealed class OutputNode(int activity, int output) : ScriptNode
{
    protected override Value Run(ref ScriptRun run) => run.Source.OutputOf(activity, output);
}

sealed class LastResultNode : ScriptNode
{
    protected override Value Run(ref ScriptRun run) => run.Source.LastResult;
}

sealed class CorrelationNode : ScriptNode
{
    protected override Value Run(ref ScriptRun run) => Value.Of(run.Source.CorrelationId);
}

sealed class InstanceNode : ScriptNode
{
    protected override Value Run(ref ScriptRun run) => Value.Of(run.Source.InstanceId);
}
