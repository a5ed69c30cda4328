namespace Community211.Ivr.Trunk.Calls;

/// <summary>One recording: how long it has run, and when somebody was heard in it. Only <see cref="Recordings"/> changes it.</summary>
internal sealed class Recording(string sid, Leg leg, RecordingOrder order, DateTimeOffset started)
{
    private readonly TimeSpan began = leg.Clock.Now;
    private TimeSpan paused;
    private TimeSpan? pausedAt;
    private (TimeSpan From, TimeSpan To)? sound;

    public string Sid => sid;

    public Leg Leg => leg;

    public RecordingOrder Order => order;

    public DateTimeOffset Started { get; } = started;

    public DateTimeOffset Updated { get; set; } = started;

    /// <summary>in-progress, paused, stopped, processing, completed or absent.</summary>
    public string Status { get; set; } = "in-progress";

    /// <summary>Whole seconds; null until it was stopped.</summary>
    public int? Seconds { get; private set; }

    /// <summary>The media exists: some time after the recording ended, as with the carrier.</summary>
    public bool HasMedia => Status == "completed";

    public bool IsLive => Status is "in-progress" or "paused";

    public bool HasSound => sound is not null;

    /// <summary>Reports in order.</summary>
    public Task LastReport { get; set; } = Task.CompletedTask;

    /// <summary>Somebody was heard until now, for so long.</summary>
    public void Heard(TimeSpan length)
    {
        var now = Running();
        var from = now < length ? TimeSpan.Zero : now - length;
        sound = (sound?.From ?? from, now);
    }

    /// <param name="skip">The pause is left out of the recording; else there is silence in its place.</param>
    public void Pause(bool skip)
    {
        Status = "paused";
        pausedAt = skip ? leg.Clock.Now : null;
    }

    public void Resume()
    {
        Status = "in-progress";
        paused += pausedAt is { } since ? leg.Clock.Now - since : TimeSpan.Zero;
        pausedAt = null;
    }

    public void Stop()
    {
        var length = order is { Trim: true, Source: "RecordVerb" } ? (sound is { } heard ? heard.To - heard.From : TimeSpan.Zero) : Running();
        Seconds = (int)Math.Round(length.TotalSeconds);
    }

    private TimeSpan Running() => (pausedAt ?? leg.Clock.Now) - began - paused;
}
