namespace OcopScoring.Workflows.Values;

/// <summary>An immutable JSON object whose members keep their order. A member that is given twice keeps its last value.</summary>
sealed class Record
{
    public static readonly Record Empty = new([]);

    readonly KeyValuePair<string, Value>[] members;
    readonly Dictionary<string, int>? index;

    public Record(KeyValuePair<string, Value>[] members)
    {
        this.members = members;
        if (members.Length <= 8) return;
        index = new Dictionary<string, int>(members.Length, StringComparer.Ordinal);
        for (int i = 0; i < members.Length; i++) index[members[i].Key] = i;
    }

    public int Count => members.Length;

    public ReadOnlySpan<KeyValuePair<string, Value>> Members => members;

    public bool TryGet(string name, out Value value)
    {
        if (index is not null)
        {
            bool found = index.TryGetValue(name, out int at);
            value = found ? members[at].Value : Value.Undefined;
            return found;
        }

        for (int i = members.Length - 1; i >= 0; i--)
        {
            if (!string.Equals(members[i].Key, name, StringComparison.Ordinal)) continue;
            value = members[i].Value;
            return true;
        }

        value = Value.Undefined;
        return false;
    }
}
