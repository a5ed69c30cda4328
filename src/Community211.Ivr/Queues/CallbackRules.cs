using System.Collections.Immutable;
using Community211.Ivr.Places;
using NodaTime;

namespace Community211.Ivr.Queues;

/// <summary>What the files say about calling people back.</summary>
public sealed record CallbackRules
{
    private static readonly ImmutableArray<TimeSpan> Usual = [TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];

    /// <summary>Whether anyone is called back at all. Default: yes.</summary>
    public bool Offered { get; init; } = true;

    /// <summary>How often somebody is rung at most. Default 3, 1 to 10.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>How long after the first attempt in vain comes the next, and so on; the last time counts for all further ones. Default 15 min, 60 min.</summary>
    public ImmutableArray<TimeSpan> After { get; init; } = Usual;

    /// <summary>After the booking, nobody is called any more. Default 24 h, 10 min to 24 h.</summary>
    public TimeSpan Expires { get; init; } = TimeSpan.FromHours(24);

    /// <summary>When nobody is called, by the clock where the caller is. Default 21:00 to 09:00; null: people are called at any time.</summary>
    public CalendarHours? Quiet { get; init; } = CalendarHours.Read("21:00-09:00");

    /// <summary>The number that the called person sees, E.164; null: the number of ours that the caller had dialled.</summary>
    public string? From { get; init; }

    /// <summary>How long to wait after attempts in vain.</summary>
    /// <param name="attempts">How many there were, 1 or more.</param>
    public TimeSpan PauseAfter(int attempts) => After[Math.Min(attempts, After.Length) - 1];

    /// <summary>When somebody may be called between two moments, in order.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="until">The first moment after it.</param>
    /// <param name="zone">By whose clock quiet hours are told.</param>
    public ImmutableArray<CallWindow> Windows(DateTimeOffset from, DateTimeOffset until, DateTimeZone zone)
    {
        if (from >= until)
            return [];
        if (Quiet is not { } quiet)
            return [new CallWindow(from, until)];
        var windows = ImmutableArray.CreateBuilder<CallWindow>();
        var open = from;
        var day = Instant.FromDateTimeOffset(from).InZone(zone).Date.PlusDays(-1);
        for (; At(day, 0, zone) < until; day = day.PlusDays(1))
        {
            var (begins, ends) = (At(day, quiet.From, zone), At(day, quiet.Until, zone));
            if (ends <= open)
                continue;
            if (begins > open)
                windows.Add(new CallWindow(open, begins < until ? begins : until));
            open = ends;
            if (open >= until)
                return windows.ToImmutable();
        }
        if (open < until)
            windows.Add(new CallWindow(open, until));
        return windows.ToImmutable();
    }

    private static DateTimeOffset At(LocalDate day, int minutes, DateTimeZone zone) =>
        zone.AtLeniently(day.PlusDays(minutes / CalendarHours.Day).At(LocalTime.FromMinutesSinceMidnight(minutes % CalendarHours.Day))).ToDateTimeOffset().ToUniversalTime();
}
