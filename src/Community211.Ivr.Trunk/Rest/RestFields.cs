namespace Community211.Ivr.Trunk.Rest;

/// <summary>The fields that one request of the API takes, and those that the carrier knows and the trunk does nothing for.</summary>
internal sealed record RestFields(IReadOnlyList<string> Known, IReadOnlyList<string> NotSimulated)
{
    public static RestFields Of(string known, string notSimulated = "") => new(Words(known), Words(notSimulated));

    private static string[] Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
