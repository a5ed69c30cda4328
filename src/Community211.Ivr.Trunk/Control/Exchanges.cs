using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Control;

/// <summary>
/// Carriers translate 2-1-1 by the exchange of the caller: the town's region where the exchange list knows it,
/// else the area code's, else the toll-free number.
/// </summary>
internal sealed class Exchanges
{
    private readonly Dictionary<string, string> regions;

    private Exchanges(Dictionary<string, string> regions) => this.regions = regions;

    public static Exchanges Load()
    {
        using var data = typeof(Exchanges).Assembly.GetManifestResourceStream("exchanges.csv")!;
        using var text = new StreamReader(data);
        return new Exchanges(text.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Skip(1)
            .Select(line => line.Split(','))
            .DistinctBy(cells => Cell(cells[0]), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(cells => Cell(cells[0]), cells => Cell(cells[1]), StringComparer.OrdinalIgnoreCase));
    }

    public TrunkNumber Translate(string from, TrunkSettings settings)
    {
        var region = RegionOf(from);
        return settings.Numbers.FirstOrDefault(number => region is not null && number.Region == region)
            ?? (settings.TollFree is { } free ? settings.Find(free) : null)
            ?? throw new BadInput(
                $"2-1-1 from '{from}' belongs to {(region is null ? "no region of ours" : $"region '{region}'")}, and no number and no toll-free number is configured for that: add one to numbers, or set tollFree.", 404);
    }

    private static string Cell(string text) => text.Trim().Trim('"');

    private string? RegionOf(string from) =>
        Geography.TownOf(from) is { } town && regions.TryGetValue(town, out var region) ? region : AreaCodes.RegionOf(from);
}
