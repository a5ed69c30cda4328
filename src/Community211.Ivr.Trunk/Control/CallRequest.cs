using System.Text.Json.Serialization;
using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>Body of POST /sim/calls.</summary>
[Written("a call", """{"from":"+14165550123","to":"211","script":[{"press":"1"}]}""")]
internal sealed record CallRequest
{
    /// <summary>One of the callers of GET /sim/callers; what is given beside it counts before theirs. Default: nobody in particular.</summary>
    public string? As { get; init; }

    /// <summary>E.164, anonymous, client:x, sip:x@y or a raw national string. Default anonymous.</summary>
    public string From { get; init; } = "anonymous";

    /// <summary>211, or one of the account's numbers. Default 211.</summary>
    public string To { get; init; } = "211";

    public IReadOnlyList<ScriptItem> Script { get; init; } = [];

    /// <summary>Seconds after answer. Default: never.</summary>
    public double? HangUpAfter { get; init; }

    /// <summary>Seconds of talk before the caller hangs up. Default: seeded, 20 to 40.</summary>
    public double? Talk { get; init; }

    /// <summary>Seconds until the caller presses or says what is asked for. Default 1.</summary>
    public double Reaction { get; init; } = 1;

    /// <summary>What the caller's telephone system bars: keys (none arrives), transfers (a call bridged to a further number is cut off). Default nothing.</summary>
    public IReadOnlyList<string> Bars { get; init; } = [];

    /// <summary>Who is behind which number while the call lasts; "first" is whoever is dialled first, "others" everybody else. Default: as set by /sim/people.</summary>
    public IReadOnlyDictionary<string, PersonSettings> People { get; init; } = new Dictionary<string, PersonSettings>();

    /// <summary>What the call should come to; the last line of the stream says whether it did.</summary>
    public Expectation? Expect { get; init; }

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

    /// <summary>How the caller is, whatever the script says.</summary>
    [JsonIgnore]
    public Habits Habits => new()
    {
        HangUpAfter = HangUpAfter,
        Talk = Talk,
        Reaction = Reaction,
        BarsKeys = Bars.Contains("keys"),
        BarsTransfers = Bars.Contains("transfers"),
    };
}
