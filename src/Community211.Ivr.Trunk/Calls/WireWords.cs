namespace Community211.Ivr.Trunk.Calls;

/// <summary>The carrier's spelling of statuses and directions.</summary>
internal static class WireWords
{
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "The wire is lower case.")]
    public static string Wire(this LegStatus status) => status switch
    {
        LegStatus.InProgress => "in-progress",
        LegStatus.NoAnswer => "no-answer",
        _ => status.ToString().ToLowerInvariant(),
    };

    public static string Wire(this LegDirection direction) => direction switch
    {
        LegDirection.Inbound => "inbound",
        LegDirection.OutboundApi => "outbound-api",
        _ => "outbound-dial",
    };

    public static string Wire(this EndedBy by) => by.ToString().ToLowerInvariant();

    public static bool IsOver(this LegStatus status) => status >= LegStatus.Completed;
}
