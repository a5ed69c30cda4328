using System.Text.Json;

namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>The moments of a call's life, as the carrier sees them.</summary>
internal static class Moments
{
    public static async Task Wait(this ServiceUnderTest service, PlacedCall caller, Moment moment)
    {
        switch (moment)
        {
            case Moment.Inbound:
                await caller.Asked("/voice/inbound");
                break;
            case Moment.Welcome:
                await caller.Heard("hears");
                break;
            case Moment.Queued:
                await caller.Heard("queued");
                break;
            case Moment.Waiting:
                await caller.Asked("/voice/wait");
                break;
            case Moment.Ringing:
                await service.Logged("That an agent is rung", e => Rest(e, "POST", "/Calls.json"));
                break;
            case Moment.Whisper:
                await service.Logged("The whisper", e => Webhook(e, "/voice/agent?call="));
                break;
            case Moment.Accepted:
                await service.Logged("The agent's key", e => Webhook(e, "/voice/agent?at=key"));
                break;
            case Moment.Dequeued:
                await caller.Heard("dequeued");
                break;
            case Moment.Talking:
                await caller.Heard("talking");
                break;
        }
    }

    /// <summary>Waits until the trunk's log says something.</summary>
    public static Task Logged(this ServiceUnderTest service, string what, Func<JsonElement, bool> wanted) =>
        Patience.Until(async () => (await service.Trunk.Log()).Any(wanted), found => found, what);

    private static bool Webhook(JsonElement e, string part) =>
        e.GetProperty("kind").GetString() == "webhook" && e.GetProperty("url").GetString()!.Contains(part, StringComparison.Ordinal);

    private static bool Rest(JsonElement e, string method, string end) =>
        e.GetProperty("kind").GetString() == "rest" && e.GetProperty("method").GetString() == method && e.GetProperty("path").GetString()!.EndsWith(end, StringComparison.Ordinal);
}

/// <summary>When something happens to a call.</summary>
public enum Moment
{
    Inbound,
    Welcome,
    Queued,
    Waiting,
    Ringing,
    Whisper,
    Accepted,
    Dequeued,
    Talking,
}
