using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>Body of POST /sim/calls.</summary>
internal sealed record CallRequest
{
    /// <summary>E.164, anonymous, client:x, sip:x@y or a raw national string. Default anonymous.</summary>
    public string From { get; init; } = "anonymous";

    /// <summary>211, or one of the account's numbers. Default 211.</summary>
    public string To { get; init; } = "211";

    public IReadOnlyList<ScriptItem> Script { get; init; } = [];

    /// <summary>Seconds after answer. Default: never.</summary>
    public double? HangUpAfter { get; init; }

    /// <summary>Seconds of talk before the caller hangs up. Default: seeded, 20 to 40.</summary>
    public double? Talk { get; init; }

    /// <summary>Outside queues skip speech, pauses, timeouts, ringing and talk. Default false.</summary>
    public bool Fast { get; init; }

    /// <summary>Parameters of the call's webhooks: ForwardedFrom, CallerName, StirVerstat, FromCity and others. Default: what the numbers tell.</summary>
    public Dictionary<string, string>? Parameters { get; init; }

    /// <summary>
    /// A person steers the call by POST /sim/calls/{sid}/act: nothing is scripted, no talk ends by itself, and a Gather waits in
    /// real time even in a fast call. Default false.
    /// </summary>
    public bool Phone { get; init; }

    public FaultsRequest? Faults { get; init; }
}
