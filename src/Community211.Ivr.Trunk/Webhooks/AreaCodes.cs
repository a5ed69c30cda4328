namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>Ontario's area codes and the region that a 2-1-1 call is sent to when its exchange is not known.</summary>
internal static class AreaCodes
{
    public static string? RegionOf(string number) => Of(number) switch
    {
        "416" or "437" or "647" or "942" => "toronto",
        "905" or "289" or "365" or "742" => "dufferin-peel",
        "519" or "226" or "548" or "382" => "south-west",
        "613" or "343" or "753" => "east",
        "705" or "249" or "683" => "central-east",
        "807" => "north",
        _ => null,
    };

    private static string Of(string number) => number.Length == 12 && number.StartsWith("+1", StringComparison.Ordinal) ? number[2..5] : "";
}
