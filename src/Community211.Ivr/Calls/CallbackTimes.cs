using System.Collections.Immutable;
using Community211.Ivr.Flows;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>When a caller may be called back: not before the next attempt, not in the quiet hours where they are, not after it has expired.</summary>
internal static class CallbackTimes
{
    /// <summary>Null for a caller who is on the line.</summary>
    public static ImmutableArray<CallWindow>? Of(FlowContext here, Callback? callback)
    {
        if (callback is null)
            return null;
        var rules = here.Set.Queues.Callbacks;
        return rules.Windows(callback.NotBefore ?? callback.BookedAt, callback.BookedAt + rules.Expires, here.CallerZone);
    }
}
