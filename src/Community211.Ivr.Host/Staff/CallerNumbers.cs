using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Staff;

/// <summary>Who called, as the carrier said it; out of the vault.</summary>
internal sealed class CallerNumbers(IStore store)
{
    /// <summary>Null when it was forgotten, or never said.</summary>
    public async Task<string?> Of(string call, CancellationToken stop)
    {
        foreach (var fact in await store.Facts(call, stop))
        {
            if (fact.Private is { } hidden && CallJson.Read<PrivatePart>(hidden).From is { Length: > 0 } from)
                return from;
        }
        return null;
    }
}
