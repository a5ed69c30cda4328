namespace Community211.Ivr.Trunk.Faults;

/// <summary>What goes wrong on purpose with one call's webhooks.</summary>
/// <param name="Duplicate">Paths whose webhooks are sent twice; the second answer is ignored.</param>
/// <param name="StatusDelay">Seconds by which status callbacks are late. Default 0.</param>
/// <param name="DuplicateStatus">Status callbacks are sent twice.</param>
internal sealed record CallFaults(IReadOnlyList<string> Duplicate, double StatusDelay, bool DuplicateStatus)
{
    public static readonly CallFaults None = new([], 0, false);

    public bool Duplicates(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && Duplicate.Any(path => uri.AbsolutePath.StartsWith(path, StringComparison.Ordinal));
}
