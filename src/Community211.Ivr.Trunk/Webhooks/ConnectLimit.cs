namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>The clocks of one exchange: connecting has its own limit, and the read limit begins when it is done.</summary>
/// <param name="overrides">The URL's patience.</param>
/// <param name="left">Of the total.</param>
/// <param name="late">How long the request was on its way already: the read limit has run since then.</param>
/// <param name="clock">The time.</param>
internal sealed class ConnectLimit(ConnectionOverrides overrides, TimeSpan left, TimeSpan late, TimeProvider clock) : IDisposable
{
    public static readonly HttpRequestOptionsKey<ConnectLimit> Key = new("connect-limit");
    private readonly CancellationTokenSource limit = new(Least(overrides.Read - late, left), clock);
    private readonly long began = clock.GetTimestamp();

    public TimeSpan Connect => overrides.Connect;

    public TimeProvider Clock => clock;

    public CancellationToken Token => limit.Token;

    /// <summary>11203 when the total ran out first, else the read timeout's 11205.</summary>
    public int Code => Left < overrides.Read - late && left < overrides.Read - late ? 11203 : 11205;

    private TimeSpan Left => left - clock.GetElapsedTime(began);

    public void Connecting() => limit.CancelAfter(Positive(Left));

    public void Connected() => limit.CancelAfter(Positive(Least(overrides.Read - late, Left)));

    public void Dispose() => limit.Dispose();

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => Positive(one < other ? one : other);

    private static TimeSpan Positive(TimeSpan length) => length < TimeSpan.Zero ? TimeSpan.Zero : length;
}
