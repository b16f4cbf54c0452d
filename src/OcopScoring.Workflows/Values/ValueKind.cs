namespace OcopScoring.Workflows.Values;

enum ValueKind : byte { Undefined, Null, Boolean, Number, String, Array, Record }
