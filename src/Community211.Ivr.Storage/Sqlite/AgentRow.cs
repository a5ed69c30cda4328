using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>An agent as written, and the fact of it.</summary>
internal sealed record AgentRow(string Id, long Expected, string State, string? Call, string? Offer, string At, string? ByCall)
{
    public long Version => Expected + 1;

    public static AgentRow Of(AgentWrite write, string at, string? byCall) => new(
        Clean.Text(write.Id),
        write.ExpectedVersion,
        StoredJson.Write(write.State),
        Clean.Text(write.State.Call),
        Clean.Text(write.State.Offer),
        at,
        byCall);
}
