using Community211.Ivr.Trunk.Control;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>From a fault as written to a checked rule; a finding names the key, the value and what is allowed.</summary>
internal static class FaultReader
{
    private static readonly FaultWhat[] NeedSeconds = [FaultWhat.Delay, FaultWhat.Slow, FaultWhat.Away];
    private static readonly FaultWhat[] TakeSeconds = [.. NeedSeconds, FaultWhat.Drop, FaultWhat.Reorder, FaultWhat.DropRequest, FaultWhat.DropResponse];
    private static readonly FaultWhat[] Statuses = [FaultWhat.Status, FaultWhat.StatusAfter];
    private static readonly FaultWhat[] ServerErrors = [FaultWhat.ServerError, FaultWhat.ServerErrorAfter, FaultWhat.Away];

    public static IReadOnlyList<FaultRule> Read(IReadOnlyList<FaultFile> files, string key) =>
        [.. files.Select((file, index) => Read(file, $"{key}[{index}]."))];

    /// <param name="file">The fault.</param>
    /// <param name="key">How its keys are named in findings: "faults[0].".</param>
    public static FaultRule Read(FaultFile file, string key)
    {
        var on = FaultWords.On(file.On) ?? throw Wrong(key + "on", file.On, FaultWords.Ons);
        var what = FaultWords.What(on, file.What) ?? throw Wrong(key + "what", file.What, $"{FaultWords.Whats(on)} (of '{on.Word()}')");
        if (file.Seconds is null && NeedSeconds.Contains(what))
            throw Wrong(key + "seconds", null, $"how long '{file.What}' lasts");
        if (file.Seconds is { } seconds && (!TakeSeconds.Contains(what) || !Bounds.AreSeconds(seconds)))
            throw Wrong(key + "seconds", seconds, TakeSeconds.Contains(what) ? Bounds.Seconds : $"nothing, as '{file.What}' takes no time");
        CheckStatus(file, what, key);
        if (file.Times < 1)
            throw Wrong(key + "times", file.Times, "1 and more, or nothing for always");
        if (file.Chance is <= 0 or > 1 or double.NaN)
            throw Wrong(key + "chance", file.Chance, "above 0 to 1");
        return new FaultRule(on, what, Match(on, file.Match, key + "match."))
        {
            Seconds = file.Seconds,
            Status = file.Status,
            Times = file.Times,
            Chance = file.Chance ?? 1,
        };
    }

    private static void CheckStatus(FaultFile file, FaultWhat what, string key)
    {
        if (file.Status is not { } status)
            return;
        var (least, most) = Statuses.Contains(what) ? (400, 599) : ServerErrors.Contains(what) ? (500, 599) : (0, 0);
        if (most == 0)
            throw Wrong(key + "status", status, $"nothing, as '{file.What}' has no HTTP status");
        if (status < least || status > most)
            throw Wrong(key + "status", status, $"{least} to {most}");
    }

    private static FaultMatch Match(FaultOn on, FaultMatch? match, string key)
    {
        if (match is null)
            return FaultMatch.Everything;
        if (match.Path is { } path && (!path.StartsWith('/') || on is FaultOn.Leg or FaultOn.Carrier))
            throw Wrong(key + "path", path, on is FaultOn.Leg or FaultOn.Carrier ? $"nothing, as '{on.Word()}' has no path" : "the beginning of a path, such as /voice/step or /Calls");
        if (match.Method is { } method && (method is not ("GET" or "POST" or "DELETE") || on is FaultOn.Leg or FaultOn.Carrier))
            throw Wrong(key + "method", method, on is FaultOn.Leg or FaultOn.Carrier ? $"nothing, as '{on.Word()}' has no method" : "GET, POST or DELETE");
        if (match.Event is { } name && on == FaultOn.Leg && name is not ("ringing" or "answered"))
            throw Wrong(key + "event", name, "ringing or answered");
        if (match.Event is { } other && on is FaultOn.Rest or FaultOn.Carrier && other is not null)
            throw Wrong(key + "event", other, $"nothing, as '{on.Word()}' has no events");
        if (on == FaultOn.Carrier && match != FaultMatch.Everything)
            throw Wrong(key.TrimEnd('.'), "{...}", "nothing: the carrier is away as a whole");
        return match;
    }

    private static BadInput Wrong(string key, object? value, string allowed) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"'{key}' is {(value is null ? "missing" : $"'{value}'")}. Allowed: {allowed}."));
}
