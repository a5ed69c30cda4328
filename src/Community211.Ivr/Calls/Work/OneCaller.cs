using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Work;

/// <summary>
/// Whoever is owed a call may have called again. Looked at before anyone is offered for it, so that nothing has to be kept in step: who
/// has talked with somebody since is not called, and of two callbacks to one number there is one.
/// </summary>
internal static class OneCaller
{
    /// <summary>The call that makes the callback of this one needless; null: none does.</summary>
    public static async Task<CallState?> Other(IStore store, string call, CancellationToken stop)
    {
        if (await Load(store, call, stop) is not { Callback: { } owed } mine || await CalledNumber.Of(store, call, stop) is not { } number)
            return null;
        foreach (var sid in await store.CallsFrom(number, mine.StartedAt, stop))
        {
            if (sid == call || await Load(store, sid, stop) is not { } other)
                continue;
            var talked = other.Talks.Any(t => t.From >= owed.BookedAt);
            var twice = other is { Callback: { } second, Phase: not CallerPhase.Ended } && Takes(other, second, mine, owed) && await CalledNumber.Of(store, sid, stop) == number;
            if (talked || twice)
                return other;
        }
        return null;
    }

    /// <summary>The newer booking counts, with what was said in it.</summary>
    private static bool Takes(CallState other, Callback theirs, CallState mine, Callback own) =>
        theirs.BookedAt > own.BookedAt || (theirs.BookedAt == own.BookedAt && string.CompareOrdinal(other.Sid, mine.Sid) > 0);

    private static async Task<CallState?> Load(IStore store, string call, CancellationToken stop) =>
        await store.LoadCall(call, stop) is { } stored ? CallJson.Read<CallState>(stored.Snapshot) : null;
}
