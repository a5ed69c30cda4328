using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>How a verb (or a document) came out.</summary>
internal abstract record Outcome
{
    public static readonly Outcome Next = new NextOutcome();
    public static readonly Outcome Hangup = new HangupOutcome();
    public static readonly Outcome Leave = new LeaveOutcome();

    public static Outcome Fetch(string url, string method, Form? extra = null) => new GotoOutcome(new UrlSource(url, method, extra));
}

/// <summary>On to the next verb; of a document: it ran out.</summary>
internal sealed record NextOutcome : Outcome;

internal sealed record HangupOutcome : Outcome;

internal sealed record LeaveOutcome : Outcome;

internal sealed record RejectOutcome(LegStatus Status) : Outcome;

/// <summary>The rest of the document is dropped and another one takes over.</summary>
internal sealed record GotoOutcome(UrlSource Source) : Outcome;
