using Community211.Ivr.Trunk.Control;

namespace Community211.Ivr.Trunk.People;

/// <summary>How one number behaves when it is dialled (body of PUT /sim/people/{number}).</summary>
[Written("a person", """{"answer":"busy"}""")]
internal sealed record PersonSettings
{
    public static readonly IReadOnlyList<string> Answers = ["agent", "mailbox", "busy", "no-answer", "failed", "reject", "phone", "fax", "vendor"];

    /// <summary>
    /// agent, mailbox, fax, busy, no-answer, failed (a dead number), reject, vendor (interpreters), or phone (rings in the browser;
    /// nobody there is no answer). Default agent.
    /// </summary>
    public string Answer { get; init; } = "agent";

    /// <summary>Seconds of ringing. Default: seeded, 2 to 6.</summary>
    public double? RingFor { get; init; }

    /// <summary>The key pressed when a Gather listens. Default 1; null presses nothing.</summary>
    public string? Key { get; init; } = "1";

    /// <summary>Seconds from the Gather to the key. Default: seeded, 1 to 3.</summary>
    public double? AcceptAfter { get; init; }

    /// <summary>Seconds of a talk, counted anew when somebody joins it; then hangs up. Default: never.</summary>
    public double? Talk { get; init; }

    /// <summary>The line is lost that many seconds after the first talk began. Default: never.</summary>
    public double? DropAfter { get; init; }

    /// <summary>Calls that an agent's number takes at once; busy above that. Default 1.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>Seconds that a mailbox speaks before the beep. Default 4.</summary>
    public double? Greeting { get; init; }

    /// <summary>False: this person takes real seconds in a fast call, too. Default true.</summary>
    public bool Fast { get; init; } = true;

    /// <summary>How an agent takes a call: key, or api (at the desk, without a key). Default key.</summary>
    public string Accepts { get; init; } = "key";

    /// <summary>The agent's desk: a talk is ended there instead of by hanging up. Default: the configuration's, where it has one for the number.</summary>
    public DeskSettings? Api { get; init; }

    public VendorSettings? Vendor { get; init; }
}
