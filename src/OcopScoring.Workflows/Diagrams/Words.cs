namespace OcopScoring.Workflows.Diagrams;

/// <summary>The few words that pictures need, in both languages.</summary>
static class Words
{
    public static string Tier(string tier, string language) => (tier, language) switch
    {
        ("commune", "en") => "Commune",
        ("district", "en") => "District",
        ("province", "en") => "Province",
        ("central", "en") => "Central",
        ("commune", _) => "Cấp xã",
        ("district", _) => "Cấp huyện",
        ("province", _) => "Cấp tỉnh",
        ("central", _) => "Trung ương",
        _ => tier,
    };

    public static string Done(string language) => language == "en" ? "done" : "đã xong";

    public static string Open(string language) => language == "en" ? "now" : "đang chờ";

    public static string Picture(string language) => language == "en" ? "Flow" : "Quy trình";
}
