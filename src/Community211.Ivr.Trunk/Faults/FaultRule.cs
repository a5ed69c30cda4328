using System.Text.Json;
using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>One fault, checked.</summary>
internal sealed record FaultRule(FaultOn On, FaultWhat What, FaultMatch Match)
{
    public double? Seconds { get; init; }

    public int? Status { get; init; }

    public int? Times { get; init; }

    public double Chance { get; init; } = 1;

    public TimeSpan? Length => Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>As it would be written, without what was left out.</summary>
    public JsonObject ToJson()
    {
        var told = new JsonObject { ["on"] = On.Word(), ["what"] = What.Word() };
        var match = JsonSerializer.SerializeToNode(Match, Json.Strict)!.AsObject();
        foreach (var (name, _) in match.Where(field => field.Value is null).ToArray())
            match.Remove(name);
        if (match.Count > 0)
            told["match"] = match;
        if (Seconds is { } seconds)
            told["seconds"] = seconds;
        if (Status is { } status)
            told["status"] = status;
        if (Times is { } times)
            told["times"] = times;
        if (Chance < 1)
            told["chance"] = Chance;
        return told;
    }
}
