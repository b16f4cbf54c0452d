using System.Text;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Scoring;

/// <summary>Reads a round's stored result.</summary>
public static class StoredResult
{
    public static CouncilResult Of(string json) => CouncilResult.FromJson(Encoding.UTF8.GetBytes(json)).OrThrow();
}
