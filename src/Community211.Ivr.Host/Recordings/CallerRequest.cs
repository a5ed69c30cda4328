using Community211.Ivr.Calls.Events;
using Community211.Ivr.Carrier;

namespace Community211.Ivr.Host.Recordings;

/// <summary>What a request of a caller's leg tells, from its URL if it is one of ours, else from its fields.</summary>
internal static class CallerRequest
{
    private static readonly string[] OfTheLine = ["QueueResult", "QueueSid", "QueueTime", "StatusCallbackEvent", "ConferenceSid"];

    /// <param name="url">Empty if not known.</param>
    /// <param name="field">A field's value; null if absent or empty.</param>
    /// <param name="first">Nothing of the call came before.</param>
    public static CallerRequestKind KindOf(string url, Func<string, string?> field, bool first)
    {
        var over = field("CallStatus") is { } status && CallerStatus.IsOver(status);
        if (url.Length > 0 && Urls.Read(url) is { } target)
        {
            return target.Route switch
            {
                Route.Inbound => CallerRequestKind.Inbound,
                Route.Step when target is { Answer: not null, Page: null } => over ? CallerRequestKind.End : CallerRequestKind.Answer,
                Route.Status when target.Call is null => over ? CallerRequestKind.End : CallerRequestKind.Other,
                Route.Wait or Route.QueueResult or Route.Connect => CallerRequestKind.InLine,
                _ => CallerRequestKind.Other,
            };
        }
        if (OfTheLine.Any(f => field(f) is not null))
            return CallerRequestKind.InLine;
        if (over)
            return CallerRequestKind.End;
        if (field("CallStatus") == "ringing")
            return CallerRequestKind.Inbound;
        return first && RecordedWords.KeysOf(field) is null && RecordedWords.WordsOf(field) is null ? CallerRequestKind.Inbound : CallerRequestKind.Answer;
    }
}

/// <summary>Kinds of requests.</summary>
internal enum CallerRequestKind
{
    /// <summary>The caller rings.</summary>
    Inbound,

    /// <summary>Keys, words or silence, before the line.</summary>
    Answer,

    /// <summary>The caller is in line.</summary>
    InLine,

    /// <summary>The caller's leg is over.</summary>
    End,

    /// <summary>Anything else.</summary>
    Other,
}
