using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>A timer as written and read.</summary>
internal sealed record DueRow(string Key, string At, string? Call, string? Agent, string Event)
{
    public static DueRow Of(DueWrite write) => new(
        Clean.Text(write.Key), Instant.Text(write.At), Clean.Text(write.Call), Clean.Text(write.Agent), Clean.Text(write.Event));

    public StoredDue Stored() => new(Key, Instant.Parse(At), Call, Agent, Event);
}
