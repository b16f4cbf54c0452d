using System.Globalization;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Expressions;

/// <summary><c>a.b</c> and <c>a[b]</c>: own properties of JSON values only; nothing is inherited.</summary>
sealed class MemberNode(ScriptNode target, ScriptNode key) : ScriptNode
{
    public static bool IsForbidden(string name) => name is "constructor" or "prototype" or "__proto__";

    protected override Value Run(ref ScriptRun run)
    {
        Value owner = target.Evaluate(ref run);
        Value name = key.Evaluate(ref run);
        if (owner.IsNullish)
            throw new ScriptFailure($"cannot read '{JavaScriptOperators.ToText(name)}' of {JavaScriptOperators.ToText(owner)}");
        if (name.Kind == ValueKind.Number && owner.Kind is ValueKind.Array or ValueKind.String && TryIndex(owner, name.Number, out Value item)) return item;
        string text = JavaScriptOperators.ToText(name);
        if (IsForbidden(text)) throw new ScriptFailure($"the property '{text}' may not be read");
        return Read(owner, text);
    }

    static Value Read(in Value owner, string name)
    {
        switch (owner.Kind)
        {
            case ValueKind.Record:
                return owner.Record.TryGet(name, out Value member) ? member : Value.Undefined;
            case ValueKind.Array or ValueKind.String:
                if (name == "length") return Value.Of(owner.Kind == ValueKind.Array ? owner.Items.Length : owner.Text.Length);
                double index = JavaScriptNumber.Parse(name);
                bool canonical = JavaScriptNumber.Format(index) == name;
                return canonical && TryIndex(owner, index, out Value item) ? item : Value.Undefined;
            default:
                return Value.Undefined;
        }
    }

    static bool TryIndex(in Value owner, double index, out Value item)
    {
        int length = owner.Kind == ValueKind.Array ? owner.Items.Length : owner.Text.Length;
        bool within = index >= 0 && index < length && index == Math.Floor(index);
        item = !within ? Value.Undefined
            : owner.Kind == ValueKind.Array ? owner.Items[(int)index]
            : Value.Of(owner.Text[(int)index].ToString(CultureInfo.InvariantCulture));
        return within;
    }
}

/// <summary><c>text.includes(part)</c> and <c>array.includes(item)</c>.</summary>
sealed class IncludesNode(ScriptNode target, ScriptNode sought) : ScriptNode
{
    protected override Value Run(ref ScriptRun run)
    {
        Value owner = target.Evaluate(ref run);
        Value item = sought.Evaluate(ref run);
        switch (owner.Kind)
        {
            case ValueKind.String:
                return Value.Of(owner.Text.Contains(JavaScriptOperators.ToText(item), StringComparison.Ordinal));
            case ValueKind.Array:
                return Value.Of(Array.Exists(owner.Items, each => JavaScriptOperators.SameValueZero(each, item)));
            default:
                throw new ScriptFailure("'includes' needs a text or an array");
        }
    }
}
