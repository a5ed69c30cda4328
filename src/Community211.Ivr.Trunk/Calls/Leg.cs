using System.Net;
using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.People;
using Community211.Ivr.Trunk.Time;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>One leg of a call: who, its clock, the person on it, and what it is in (a queue, a room, a Gather).</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "A token source without a timer holds nothing to release.")]
internal sealed class Leg(string account, string token, string sid, LegDirection direction, string from, string to)
{
    private CancellationTokenSource interrupt = new();
    private Interruption? pending;

    public string Account => account;

    public string AuthToken => token;

    public string Sid => sid;

    public LegDirection Direction => direction;

    public string From => from;

    public string To => to;

    public Geography FromPlace { get; } = Geography.Of(from);

    public Geography ToPlace { get; } = Geography.Of(to);

    public required CallClock Clock { get; init; }

    public required Random Random { get; init; }

    public required IPerson Person { get; init; }

    public required Story Story { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required int SpeakingRate { get; init; }

    public string? ParentSid { get; init; }

    public string? NumberSid { get; init; }

    /// <summary>What is known of this call beyond its numbers, such as ForwardedFrom; also in the place of what would be sent otherwise.</summary>
    public Form Details { get; set; } = [];

    public CallFaults Faults { get; init; } = CallFaults.None;

    /// <summary>Webhooks that wait to be overtaken.</summary>
    public HeldBack HeldBack { get; } = new();

    public Callbacks Callbacks { get; set; } = Callbacks.None;

    public string? FallbackUrl { get; set; }

    public string FallbackMethod { get; set; } = "POST";

    public CookieContainer Cookies { get; } = new();

    public LegStatus Status { get; set; } = LegStatus.Queued;

    /// <summary>How long the leg had to wait, as it looked when it was asked for, before it was dialled.</summary>
    public TimeSpan QueueTime { get; set; }

    /// <summary>Deleted by REST: gone for the API, still in the log.</summary>
    public bool IsDeleted { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public TimeSpan? AnsweredOnClock { get; set; }

    public TimeSpan Duration { get; set; }

    public Signal Answered { get; } = new();

    public Signal Ended { get; } = new();

    /// <summary>Seconds after answer; set before that.</summary>
    public int? TimeLimit { get; set; }

    public IDisposable? Limit { get; set; }

    public QueueMember? Member { get; set; }

    public Participant? Participant { get; set; }

    public Ear? Ear { get; set; }

    /// <summary>The other leg of a plain Dial, while both talk.</summary>
    public Leg? Bridge { get; set; }

    /// <summary>Set when the other leg of a Dial is sent to a document of its own: the Dial goes on without it.</summary>
    public Signal? BridgeOver { get; set; }

    public bool IsTalking => Bridge is not null || Participant is { Alone: false };

    /// <summary>Documents fetched since time last passed on this leg: the guard against redirect loops.</summary>
    public int FetchesWithoutTime { get; set; }

    public int CallbackNumber { get; set; }

    /// <summary>Ends the strand that lets callbacks be sent in order; replaced by each one.</summary>
    public Task LastCallback { get; set; } = Task.CompletedTask;

    /// <summary>Set when the other side ended a room or a bridge and nothing was run since.</summary>
    public EndedBy? LeftBy { get; set; }

    /// <summary>Legs that this one has shared a started room or a bridge with.</summary>
    public HashSet<string> TalkedWith { get; } = new(StringComparer.Ordinal);

    public bool IsOver => Status.IsOver();

    public CancellationToken Token => interrupt.Token;

    public Interruption? Pending => pending;

    public double Seconds => AnsweredOnClock is { } answered ? Math.Max(0, (Clock.Now - answered).TotalSeconds) : 0;

    /// <summary>Stops what the leg is doing. An end is final; otherwise the latest wish counts.</summary>
    public void Interrupt(Interruption wish)
    {
        if (IsOver || pending is EndInterruption)
            return;
        pending = wish;
        interrupt.Cancel();
    }

    /// <summary>Refines the wish that already stopped the leg.</summary>
    public void Replace(Interruption wish) => pending = wish;

    public Interruption? TakeInterruption()
    {
        if (pending is not { } wish)
            return null;
        if (wish is not EndInterruption)
            pending = null;
        interrupt = new CancellationTokenSource();
        return wish;
    }

    /// <summary>Time passes for this leg: speech, a pause, a key that is waited for.</summary>
    public async Task Pass(TimeSpan length, CancellationToken token)
    {
        if (length > TimeSpan.Zero)
            FetchesWithoutTime = 0;
        await Clock.Delay(length, token);
    }
}
