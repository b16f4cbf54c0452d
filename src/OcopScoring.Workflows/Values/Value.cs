namespace OcopScoring.Workflows.Values;

/// <summary>
/// A value of the expression language: what JSON can say, and <c>undefined</c>. Immutable. Numbers are IEEE doubles, strings are
/// UTF-16, both as in JavaScript. Arrays and records are shared, never changed.
/// </summary>
readonly struct Value
{
    readonly object? payload;
    readonly double number;

    Value(ValueKind kind, double number, object? payload)
    {
        Kind = kind;
        this.number = number;
        this.payload = payload;
    }

    public static Value Undefined => default;
    public static Value Null => new(ValueKind.Null, 0, null);
    public static Value True => new(ValueKind.Boolean, 1, null);
    public static Value False => new(ValueKind.Boolean, 0, null);
    public static Value EmptyText => Of(string.Empty);

    public ValueKind Kind { get; }

    public bool IsNullish => Kind <= ValueKind.Null;

    public bool Boolean => number != 0;
    public double Number => number;
    public string Text => (string)payload!;
    public Value[] Items => (Value[])payload!;
    public Record Record => (Record)payload!;

    public static Value Of(bool value) => value ? True : False;
    public static Value Of(double value) => new(ValueKind.Number, value, null);
    public static Value Of(string? value) => value is null ? Null : new(ValueKind.String, 0, value);
    public static Value Of(Value[] items) => new(ValueKind.Array, 0, items);
    public static Value Of(Record record) => new(ValueKind.Record, 0, record);

    /// <summary>What is kept of a value when it is stored: <c>undefined</c> becomes <c>null</c>, at any depth of an array.</summary>
    public Value Stored()
    {
        if (Kind == ValueKind.Undefined) return Null;
        if (Kind != ValueKind.Array || !Array.Exists(Items, NeedsStoring)) return this;
        return Of(Array.ConvertAll(Items, item => item.Stored()));
    }

    static bool NeedsStoring(Value item) =>
        item.Kind == ValueKind.Undefined || (item.Kind == ValueKind.Array && Array.Exists(item.Items, NeedsStoring));

    public bool IsDeeperThan(int levels)
    {
        if (Kind < ValueKind.Array) return false;
        if (levels == 0) return true;
        if (Kind == ValueKind.Array)
        {
            foreach (Value item in Items)
                if (item.IsDeeperThan(levels - 1)) return true;
            return false;
        }

        foreach (KeyValuePair<string, Value> member in Record.Members)
            if (member.Value.IsDeeperThan(levels - 1)) return true;
        return false;
    }

    /// <summary>About how many characters the value takes as JSON; counting stops soon after the limit.</summary>
    public int Size(int limit)
    {
        if (Kind == ValueKind.String) return Text.Length + 2;
        if (Kind < ValueKind.Array) return 4;
        int size = 2;
        if (Kind == ValueKind.Array)
        {
            foreach (Value item in Items)
                if ((size += item.Size(limit - size) + 1) > limit) return size;
            return size;
        }

        foreach (KeyValuePair<string, Value> member in Record.Members)
            if ((size += member.Key.Length + 4 + member.Value.Size(limit - size)) > limit) return size;
        return size;
    }

    /// <summary>Same identity for arrays and records, same value for the rest (<c>===</c>).</summary>
    public static bool StrictlyEqual(in Value left, in Value right)
    {
        if (left.Kind != right.Kind) return false;
        return left.Kind switch
        {
            ValueKind.Undefined or ValueKind.Null => true,
            ValueKind.Boolean or ValueKind.Number => left.number == right.number,
            ValueKind.String => string.Equals(left.Text, right.Text, StringComparison.Ordinal),
            _ => ReferenceEquals(left.payload, right.payload),
        };
    }
}
