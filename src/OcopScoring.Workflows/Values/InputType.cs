namespace OcopScoring.Workflows.Values;

/// <summary>What an activity's input is converted to before the activity sees it.</summary>
enum InputType { Any, Text, Boolean, Integer, Texts, Integers, Items, Record, Duration, Instant }
