namespace OcopScoring.Core;

/// <summary>Refusals that several features give.</summary>
public static class Refusals
{
    public static readonly Refusal NotFound = new("not-found", "Không tìm thấy.", "There is nothing here.");

    public static readonly Refusal SignInFirst = new("sign-in", "Hãy đăng nhập trước.", "Sign in first.");

    public static Refusal NeedsRole(string role) => new("not-allowed", $"Việc này cần vai trò {role}.", $"This needs the role {role}.");
}
