namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>
/// Provinces and states as the carrier abbreviates them. Area codes: the Canadian Numbering Administrator's list of 2026 (cnac.ca);
/// where provinces share one and the exchange is not known, the one with more people: 902 and 782 Nova Scotia, 867 Yukon.
/// 600, 622 and 633 belong to no province.
/// </summary>
internal static class Provinces
{
    public static readonly IReadOnlyDictionary<string, string> AreaCodes = Load("area-codes.csv");
    private static readonly IReadOnlyDictionary<string, string> States = Load("states.csv");

    public static string OfAreaCode(string number) => number.Length == 12 ? AreaCodes.GetValueOrDefault(number[2..5], "") : "";

    /// <param name="name">As the numbering plan's data names it: "Texas", "Washington State".</param>
    public static string OfState(string name) => States.GetValueOrDefault(name, "");

    private static Dictionary<string, string> Load(string name)
    {
        using var data = typeof(Provinces).Assembly.GetManifestResourceStream(name)!;
        using var text = new StreamReader(data);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => cells[1].Trim(), StringComparer.Ordinal);
    }
}
