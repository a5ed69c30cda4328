using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Tests.Recordings;

/// <summary>Recordings with something of a caller's in them.</summary>
internal static class Planted
{
    /// <summary>Of its first webhook, the caller's fields.</summary>
    public static Recording From(string number, params ReadOnlySpan<KeyValuePair<string, string>> more)
    {
        var recording = Shipped.Read("hang-up-at-welcome.json");
        var webhook = recording.Webhooks[0] with
        {
            Form =
            [
                .. recording.Webhooks[0].Form.Select(f => f.Key is "From" or "Caller" ? KeyValuePair.Create(f.Key, number) : f),
                .. more,
            ],
        };
        return recording with { Webhooks = [webhook] };
    }

    /// <summary>The same as a GET request, all fields in the URL.</summary>
    public static Recording InUrl(string number)
    {
        var recording = From(number);
        var webhook = recording.Webhooks[0];
        return recording with { Webhooks = [webhook with { Method = "GET", Url = $"{webhook.Url}?{FormText.Write(webhook.Form)}", Form = [] }] };
    }

    public static Recording Fictional(Recording recording) => FictionalNumbers.In(recording, Shipped.Flows.Places);

    public static string Field(Recording recording, string name) => recording.Webhooks[0].Form.First(f => f.Key == name).Value;
}
