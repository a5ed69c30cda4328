using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Tests.Rest;

public sealed class RecordingsTests
{
    private static async Task<(TrunkDriver Trunk, PlacedCall Call)> Live()
    {
        var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Pause length=\"600\"/>" : null);
        var call = await trunk.Place();
        await trunk.Until(() => call.Leg.AnsweredAt is not null);
        return (trunk, call);
    }

    private static async Task<string> Start(TrunkDriver trunk, PlacedCall call, params (string, string)[] fields) =>
        (string)(await trunk.Post($"Calls/{call.Sid}/Recordings.json", 201, fields))["sid"]!;

    private static Task<JsonNode> Status(TrunkDriver trunk, PlacedCall call, string recording, string status, int answer = 200, string pause = "skip") =>
        trunk.Post($"Calls/{call.Sid}/Recordings/{recording}.json", answer, ("Status", status), ("PauseBehavior", pause));

    // "Calls/{CallSid}/Recordings POST 201 / POST 200: Status paused, in-progress, stopped; PauseBehavior"
    [Theory]
    [InlineData("skip", "15")]
    [InlineData("silence", "25")]
    public async Task Recording_OfALiveCall_IsPausedResumedAndStopped(string pause, string seconds)
    {
        var (trunk, call) = await Live();
        await using var _ = trunk;
        var recording = await Start(trunk, call, ("RecordingStatusCallback", TrunkDriver.Service + "/recording"), ("RecordingStatusCallbackEvent", "in-progress completed"), ("RecordingChannels", "dual"));
        await trunk.Pass(10);
        Assert.Equal("paused", (string?)(await Status(trunk, call, recording, "paused", pause: pause))["status"]);
        await trunk.Pass(10);
        Assert.Equal("in-progress", (string?)(await Status(trunk, call, "Twilio.CURRENT", "in-progress"))["status"]);
        await trunk.Pass(5);
        var stopped = await Status(trunk, call, recording, "stopped");
        Assert.Equal(("stopped", null), ((string?)stopped["status"], (string?)stopped["duration"]));
        await trunk.Until(() => trunk.Web.At("/recording").Count == 2);
        Assert.Equal(seconds, trunk.Web.At("/recording")[1]["RecordingDuration"]);
        var shown = await trunk.Get($"Recordings/{recording}.json");
        Assert.Equal(("completed", seconds, "StartCallRecordingAPI", 2), ((string?)shown["status"], (string?)shown["duration"], (string?)shown["source"], (int)shown["channels"]!));
        Assert.Equal(21220, (int)(await Status(trunk, call, recording, "paused", 400))["code"]!);
        Assert.Equal(20404, (int)(await Status(trunk, call, "Twilio.CURRENT", "paused", 404))["code"]!);
    }

    [Fact]
    public async Task Recording_EndsWithItsCall_AndIsListedUnderIt()
    {
        var (trunk, call) = await Live();
        await using var _ = trunk;
        var recording = await Start(trunk, call);
        await trunk.Pass(30);
        await trunk.Post($"Calls/{call.Sid}.json", 200, ("Status", "completed"));
        await trunk.Pass(5);
        var listed = (await trunk.Get($"Calls/{call.Sid}/Recordings.json"))["recordings"]!.AsArray();
        Assert.Equal((recording, "30"), ((string?)Assert.Single(listed)!["sid"], (string?)listed[0]!["duration"]));
        Assert.Single((await trunk.Get($"Recordings.json?CallSid={call.Sid}"))["recordings"]!.AsArray());
        Assert.Empty((await trunk.Get("Recordings.json?CallSid=CA00000000000000000000000000000000"))["recordings"]!.AsArray());
        Assert.Equal(21220, (int)(await trunk.Post($"Calls/{call.Sid}/Recordings.json", 400))["code"]!);
    }

    // "`.mp3/.wav` media"; "media behind HTTP auth"
    [Theory]
    [InlineData("", "audio/x-wav")]
    [InlineData(".wav", "audio/x-wav")]
    [InlineData(".mp3", "audio/mpeg")]
    public async Task Media_IsThereOnceTheRecordingIsCompleted(string extension, string type)
    {
        var (trunk, call) = await Live();
        await using var _ = trunk;
        var recording = await Start(trunk, call, ("RecordingChannels", "dual"));
        await trunk.Pass(18);
        await Status(trunk, call, recording, "stopped");
        Assert.Equal(404, (int)(await trunk.Rest(HttpMethod.Get, $"Recordings/{recording}{extension}")).StatusCode);
        await trunk.Pass(5);
        var media = await trunk.Rest(HttpMethod.Get, $"Recordings/{recording}{extension}");
        Assert.Equal((200, type), ((int)media.StatusCode, media.Content.Headers.ContentType?.MediaType));
        var bytes = await media.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (extension != ".mp3")
            Assert.Equal(18, Media.OfWav(bytes)!.Value.TotalSeconds);
        else
            Assert.Equal(18, bytes.Chunk(72).Count(frame => frame is [0xFF, 0xE3, 0x18, 0xC4, ..]) * 0.072, 0.1);
        var path = $"/2010-04-01/Accounts/{TrunkDriver.Account}/Recordings/{recording}{extension}";
        Assert.Equal(401, (int)(await trunk.Http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }

    // "Recordings … GET, DELETE 204"
    [Fact]
    public async Task Recording_Deleted_IsGone()
    {
        var (trunk, call) = await Live();
        await using var _ = trunk;
        var (first, second) = (await Start(trunk, call), await Start(trunk, call));
        Assert.Equal(400, (int)(await trunk.Rest(HttpMethod.Delete, $"Recordings/{first}.json")).StatusCode);
        await Status(trunk, call, first, "stopped");
        await Status(trunk, call, second, "stopped");
        Assert.Equal(204, (int)(await trunk.Rest(HttpMethod.Delete, $"Recordings/{first}.json")).StatusCode);
        Assert.Equal(204, (int)(await trunk.Rest(HttpMethod.Delete, $"Calls/{call.Sid}/Recordings/{second}.json")).StatusCode);
        Assert.Equal(404, (int)(await trunk.Rest(HttpMethod.Get, $"Recordings/{first}.json")).StatusCode);
        Assert.Empty((await trunk.Get("Recordings.json"))["recordings"]!.AsArray());
    }

    [Theory]
    [InlineData("RecordingChannels", "three")]
    [InlineData("RecordingTrack", "left")]
    [InlineData("Trim", "yes")]
    [InlineData("RecordingStatusCallbackEvent", "done")]
    public async Task Recording_WithAWrongParameter_IsRefused(string name, string value)
    {
        var (trunk, call) = await Live();
        await using var _ = trunk;
        Assert.Equal(20001, (int)(await trunk.Post($"Calls/{call.Sid}/Recordings.json", 400, (name, value)))["code"]!);
    }
}
