using Community211.Ivr.Trunk.Control;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>One fault as written: in the configuration, with a call, or to /sim/faults.</summary>
[Written("a fault", """{"on":"webhook","what":"delay","seconds":3}""")]
internal sealed record FaultFile
{
    /// <summary>webhook, status, rest, leg or carrier.</summary>
    public string? On { get; init; }

    public FaultMatch? Match { get; init; }

    /// <summary>Depends on <see cref="On"/>: delay, duplicate, reorder, drop-request, drop-response, reset, status, status-after; slow, 429, 5xx, 5xx-after, drop-response; drop; away.</summary>
    public string? What { get; init; }

    /// <summary>How long: of delay, slow and away (needed there); until a lost request or answer is noticed (the URL's timeouts when absent); until a leg drops (0 when absent); away begins when the fault is given; the longest that reorder holds back (10 when absent).</summary>
    public double? Seconds { get; init; }

    /// <summary>The HTTP status of status and status-after (503 when absent), 5xx and 5xx-after (500), away (none: connections are cut).</summary>
    public int? Status { get; init; }

    /// <summary>Strikes so often at most. Default: always.</summary>
    public int? Times { get; init; }

    /// <summary>Above 0 to 1, seeded. Default 1.</summary>
    public double? Chance { get; init; }
}
