namespace OcopScoring.Core;

public sealed record Text(string Vi, string En)
{
    public string In(string language) => language == "en" ? En : Vi;
}
