using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Work;

/// <summary>What the matcher last made out about the waits of those in line; in memory, so that no wait page asks the store for it.</summary>
public sealed class LineForecasts
{
    /// <summary>Nothing is said from older ones.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private volatile Made _last = new(DateTimeOffset.MinValue, new Dictionary<string, Forecast>());

    public void Set(IReadOnlyDictionary<string, Forecast> forecasts, DateTimeOffset now) => _last = new Made(now, forecasts);

    /// <summary>Null when nothing is known of the caller.</summary>
    public Forecast? Of(string call, DateTimeOffset now) =>
        _last is var (at, all) && now - at < Fresh ? all.GetValueOrDefault(call) : null;

    private sealed record Made(DateTimeOffset At, IReadOnlyDictionary<string, Forecast> All);
}
