namespace Community211.Ivr.Trunk.Calls;

/// <summary>Where a leg's progress is reported, and which events are wanted.</summary>
internal sealed record Callbacks(string? Url, string Method, IReadOnlySet<string> Events)
{
    public static readonly Callbacks None = new(null, "POST", new HashSet<string>());

    private static readonly HashSet<string> Completed = ["completed"];

    public static Callbacks Of(string? url, string? method, IEnumerable<string> events)
    {
        var wanted = events.ToHashSet(StringComparer.Ordinal);
        return string.IsNullOrEmpty(url) ? None : new Callbacks(url, method ?? "POST", wanted.Count == 0 ? Completed : wanted);
    }
}
