using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Tests.Recordings;

public sealed class NeutralPlaceTests
{
    [Fact]
    public void Recording_OfAnotherPlace_TellsNothingOfIt()
    {
        var recording = Shipped.Read("hang-up-at-welcome.json");
        var webhook = recording.Webhooks[0];
        var there = recording with
        {
            PublicBaseUrl = "https://calls.example.org:8443/ivr/",
            Webhooks =
            [
                webhook with
                {
                    Url = "/ivr/voice/fallback?page=2",
                    Headers = webhook.Headers.Add("X-Forwarded-For", "192.0.2.7").Add("Host", "calls.example.org").Add("i-twilio-other", "kept"),
                    Form = [.. webhook.Form.Where(f => f.Key != "AccountSid"), new("AccountSid", "AC1234"), new("ErrorUrl", "https://calls.example.org:8443/ivr/voice/wait?page=2")],
                    Response = webhook.Response.Replace(recording.PublicBaseUrl, "https://calls.example.org:8443/ivr", StringComparison.Ordinal),
                },
            ],
        };

        var neutral = NeutralPlace.In(there);

        Assert.DoesNotMatch("example.org|192.0.2.7|AC1234", RecordingFile.Write(neutral));
        Assert.Equal(NeutralPlace.BaseUrl, neutral.PublicBaseUrl);
        Assert.Equal("/voice/fallback?page=2", neutral.Webhooks[0].Url);
        Assert.Equal(webhook.Response, neutral.Webhooks[0].Response);
        Assert.Equal(webhook.Headers.Count + 1, neutral.Webhooks[0].Headers.Count);
        Assert.Contains(neutral.Webhooks[0].Form, f => f is { Key: "ErrorUrl", Value: "http://127.0.0.1:5211/voice/wait?page=2" });
    }
}
