namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>One request that the stand-in service received.</summary>
public sealed record Asked(string Method, Uri Url, IReadOnlyList<KeyValuePair<string, string>> Form, IReadOnlyDictionary<string, string> Headers, DateTimeOffset At)
{
    public string Path => Url.AbsolutePath;

    public string? this[string field] => Form.LastOrDefault(one => one.Key == field).Value;
}
