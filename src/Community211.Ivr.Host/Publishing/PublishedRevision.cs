using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Publishing;

/// <summary>Finds a revision that was published by the beginning of its name.</summary>
/// <param name="Revision">Its whole name; null when none is meant, or several may be.</param>
/// <param name="Problem">The sentence about that; null when it was found.</param>
/// <param name="Several">Several begin so.</param>
internal sealed record PublishedRevision(string? Revision, string? Problem, bool Several)
{
    /// <param name="store">Knows the publications.</param>
    /// <param name="text">The beginning of a name, or <c>live</c>.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<PublishedRevision> Find(IStore store, string text, CancellationToken stop)
    {
        if (text == "live" && await store.LivePublication(stop) is { } live)
            return new PublishedRevision(live.Revision, null, Several: false);
        var all = (await store.Publications(int.MaxValue, stop)).Select(p => p.Revision).Distinct(StringComparer.Ordinal)
            .Where(r => text.Length > 0 && r.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return all.Count switch
        {
            1 => new PublishedRevision(all[0], null, Several: false),
            0 => new PublishedRevision(null, $"No revision '{text}' was ever published. 'publish --list' names those that were.", Several: false),
            _ => new PublishedRevision(null, $"'{text}' begins several revisions: {string.Join(", ", all)}. Write more of it.", Several: true),
        };
    }
}
