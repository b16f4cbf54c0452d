namespace OcopScoring.Workflows.Values;

/// <summary>Coercions and operators of ECMAScript on JSON values (clauses 7.1, 7.2 and 13). Arrays and records have no methods of their own here.</summary>
static class JavaScriptOperators
{
    public static bool ToBoolean(in Value value) => value.Kind switch
    {
        ValueKind.Undefined or ValueKind.Null => false,
        ValueKind.Boolean => value.Boolean,
        ValueKind.Number => value.Number != 0 && !double.IsNaN(value.Number),
        ValueKind.String => value.Text.Length > 0,
        _ => true,
    };

    public static double ToNumber(in Value value) => value.Kind switch
    {
        ValueKind.Undefined => double.NaN,
        ValueKind.Null => 0,
        ValueKind.Boolean or ValueKind.Number => value.Number,
        ValueKind.String => JavaScriptNumber.Parse(value.Text),
        _ => JavaScriptNumber.Parse(ToText(value)),
    };

    public static string ToText(in Value value) => value.Kind switch
    {
        ValueKind.Undefined => "undefined",
        ValueKind.Null => "null",
        ValueKind.Boolean => value.Boolean ? "true" : "false",
        ValueKind.Number => JavaScriptNumber.Format(value.Number),
        ValueKind.String => value.Text,
        ValueKind.Array => JoinItems(value.Items),
        _ => "[object Object]",
    };

    static string JoinItems(Value[] items)
    {
        if (items.Length == 0) return "";
        var joined = new System.Text.StringBuilder();
        for (int i = 0; i < items.Length; i++)
        {
            if (i > 0) joined.Append(',');
            if (!items[i].IsNullish) joined.Append(ToText(items[i]));
            if (joined.Length > Limits.ResultCharacters) throw new ScriptFailure(Limits.TooLong);
        }

        return joined.ToString();
    }

    /// <summary>A primitive as it is; an array or record as the text that it turns into.</summary>
    static Value ToPrimitive(in Value value) => value.Kind >= ValueKind.Array ? Value.Of(ToText(value)) : value;

    public static Value Add(in Value left, in Value right)
    {
        Value a = ToPrimitive(left), b = ToPrimitive(right);
        if (a.Kind != ValueKind.String && b.Kind != ValueKind.String) return Value.Of(ToNumber(a) + ToNumber(b));
        string first = ToText(a), second = ToText(b);
        if (first.Length + second.Length > Limits.ResultCharacters) throw new ScriptFailure(Limits.TooLong);
        return Value.Of(first + second);
    }

    public static double Power(double x, double y) =>
        double.IsNaN(y) || (Math.Abs(x) == 1 && double.IsInfinity(y)) ? double.NaN : Math.Pow(x, y);

    public static bool LooselyEqual(in Value left, in Value right)
    {
        if (left.Kind == right.Kind) return Value.StrictlyEqual(left, right);
        if (left.IsNullish && right.IsNullish) return true;
        if (left.IsNullish || right.IsNullish) return false;
        bool leftIsTree = left.Kind >= ValueKind.Array, rightIsTree = right.Kind >= ValueKind.Array;
        if (leftIsTree && rightIsTree) return false;
        Value a = left.Kind == ValueKind.Boolean ? Value.Of(left.Number) : left;
        Value b = right.Kind == ValueKind.Boolean ? Value.Of(right.Number) : right;
        if (leftIsTree) a = ToPrimitive(a);
        if (rightIsTree) b = ToPrimitive(b);
        if (a.Kind == b.Kind) return Value.StrictlyEqual(a, b);
        return ToNumber(a) == ToNumber(b);
    }

    /// <summary>Strings compare by UTF-16 code units, everything else as numbers; NaN compares false with all.</summary>
    public static bool Compare(in Value left, in Value right, Func<double, double, bool> numbers, Func<int, bool> texts)
    {
        Value a = ToPrimitive(left), b = ToPrimitive(right);
        if (a.Kind == ValueKind.String && b.Kind == ValueKind.String) return texts(string.CompareOrdinal(a.Text, b.Text));
        return numbers(ToNumber(a), ToNumber(b));
    }

    /// <summary>Equality of <c>Array.prototype.includes</c>: as <c>===</c>, but NaN equals itself.</summary>
    public static bool SameValueZero(in Value left, in Value right) =>
        Value.StrictlyEqual(left, right)
        || (left.Kind == ValueKind.Number && right.Kind == ValueKind.Number && double.IsNaN(left.Number) && double.IsNaN(right.Number));
}
