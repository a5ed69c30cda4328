using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>A command as written.</summary>
internal sealed record CommandRow(string Key, string Call, string Request, bool First, string At)
{
    public static CommandRow Of(CommandWrite write, string at) =>
        new(Clean.Text(write.Key), Clean.Text(write.Call), StoredJson.Write(write.Request), write.First, at);
}
