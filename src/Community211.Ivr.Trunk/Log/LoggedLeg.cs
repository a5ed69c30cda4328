namespace Community211.Ivr.Trunk.Log;

/// <summary>One leg as the log tells it.</summary>
internal sealed class LoggedLeg(string sid)
{
    public string Sid => sid;

    public List<LogEntry> Entries { get; } = [];

    public LogEntry? Dialled => Entries.Find(entry => entry.Is("dialled"));

    public LogEntry? Ended => Entries.Find(entry => entry.Is("ended"));

    public string? Parent => Dialled?.Text("parent");

    /// <summary>inbound, outbound-api or outbound-dial.</summary>
    public string Direction => Dialled?.Text("direction") ?? (Parent is null ? "inbound" : "outbound-dial");

    public bool IsCall => Direction == "inbound";

    /// <summary>Legs that this one shared a bridge or a room with.</summary>
    public IEnumerable<string> TalkedWith => Entries.Where(entry => entry.Is("talking")).Select(entry => entry.Text("leg")).OfType<string>();

    public int Count(string kind) => Entries.Count(entry => entry.Is(kind));
}
