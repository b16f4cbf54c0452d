namespace OcopScoring.Rubrics;

/// <summary>How a criterion is scored.</summary>
public enum CriterionType
{
    /// <summary>Not scored itself; its points are those of the leaves below it.</summary>
    Group,

    /// <summary>One option is chosen.</summary>
    SingleChoice,

    /// <summary>One option is chosen, of one of several cases.</summary>
    ChoiceByCase,

    /// <summary>No or yes.</summary>
    YesNo,
}
