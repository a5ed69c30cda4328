using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Calls;

public sealed class RoomRecordingTests
{
    private const string Room =
        "<Dial><Conference record=\"record-from-start\" recordingStatusCallback=\"/recording\" startConferenceOnEnter=\"START\">room</Conference></Dial>";

    // Conference "record": from its start to its end, whoever comes and goes; reported with its ConferenceSid.
    [Fact]
    public async Task Room_IsRecordedOnce_FromItsStartToItsEnd()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path != "/inbound" ? null
            : Room.Replace("START", asked["From"] == "+14165550111" ? "false" : "true", StringComparison.Ordinal));
        var waiting = await trunk.Place(TrunkDriver.Simple(from: "+14165550111", hangUpAfter: 30));
        await trunk.Pass(10);
        Assert.Empty(trunk.Exchange.Recordings.All);
        var second = await trunk.Place(TrunkDriver.Simple(from: "+14165550112", hangUpAfter: 45));
        await trunk.Until(() => waiting.Leg.IsOver && second.Leg.IsOver && trunk.Web.At("/recording").Count == 1);
        var recording = Assert.Single(trunk.Exchange.Recordings.All);
        var room = Assert.Single(trunk.Exchange.Conferences.All);
        var report = trunk.Web.At("/recording")[0];
        Assert.Equal((room.Sid, "Conference", "completed"), (report["ConferenceSid"], report["RecordingSource"], report["RecordingStatus"]));
        Assert.Null(report["CallSid"]);
        Assert.Equal((room.Updated - recording.Started).TotalSeconds, recording.Seconds!.Value, 1.0);
        Assert.True(recording.Seconds > 15);
        Assert.Equal(room.Sid, (string?)(await trunk.Get($"Recordings.json?ConferenceSid={room.Sid}"))["recordings"]![0]!["conference_sid"]);
    }

    [Fact]
    public async Task Room_WithoutRecord_IsNotRecorded()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Dial><Conference record=\"maybe\">room</Conference></Dial>" : null);
        var call = await trunk.Play(TrunkDriver.Simple(hangUpAfter: 10));
        Assert.Equal([12200], call.Warnings);
        Assert.Empty(trunk.Exchange.Recordings.All);
    }
}
