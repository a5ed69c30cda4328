using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>A step of a case of imminent risk as written.</summary>
internal sealed record RiskRow(string At, string Call, string Regions, string Who, string Step, string Reason)
{
    public static RiskRow Of(RiskNote note) =>
        new(Instant.Text(note.At), Clean.Text(note.Call), StoredJson.Write(note.Regions), Clean.Text(note.Who), note.Step.ToString(), Clean.Text(note.Reason));
}
