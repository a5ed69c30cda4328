using Community211.Ivr.Calls;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>An alert as written.</summary>
internal sealed record AlertRow(string At, string Region, string Alert)
{
    public static AlertRow Of(Alert alert) => new(Instant.Text(alert.At), Clean.Text(alert.Region), StoredJson.Write(alert));
}
