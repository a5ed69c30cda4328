using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>A call and its new fact, as written.</summary>
internal sealed record CallRow(
    string Sid,
    long Expected,
    string? Token,
    string At,
    string Event,
    string Snapshot,
    string? Reply,
    string? Private,
    bool Ended,
    string Summary,
    string? Number)
{
    /// <summary>The number of the new fact.</summary>
    public long Sequence => Expected + 1;

    public static CallRow Of(CallWrite write) => new(
        Clean.Text(write.Sid),
        write.ExpectedSequence,
        Clean.Text(write.Token),
        Instant.Text(write.At),
        Clean.Text(write.Event),
        Clean.Text(write.Snapshot),
        Clean.Text(write.Reply),
        Clean.Text(write.Private),
        write.Ended,
        Clean.Text(write.Summary),
        Clean.Text(write.Number));
}
