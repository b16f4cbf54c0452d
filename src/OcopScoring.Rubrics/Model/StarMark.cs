namespace OcopScoring.Rubrics;

/// <summary>The least points of one criterion for a number of stars (the signs *** to ***** of QĐ26, Phụ lục II).</summary>
/// <param name="Criterion">Id of the leaf.</param>
/// <param name="Option">Id of the option that carries the sign.</param>
/// <param name="MinPoints">Points of that option; the mark is met from here on.</param>
/// <param name="Star">3, 4 or 5.</param>
public sealed record StarMark(string Criterion, string Option, int MinPoints, int Star);
