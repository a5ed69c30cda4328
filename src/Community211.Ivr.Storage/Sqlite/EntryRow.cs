using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>An entry as written; without a state it is removed.</summary>
internal sealed record EntryRow(string Call, string? State)
{
    public static EntryRow Of(EntryWrite write) =>
        new(Clean.Text(write.Call), write.State is null ? null : StoredJson.Write(write.State));
}
