using Community211.Ivr.Flows;
using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Tests.Recordings;

public sealed class RecordedConditionsTests
{
    private static readonly Conditions Surge = new(["surge"]);

    [Fact]
    public void At_AnyTime_IsWhatWasSoLast()
    {
        var start = DateTimeOffset.UnixEpoch;
        var conditions = new ReplayConditions([new(start, Conditions.Plain), new(start.AddMinutes(1), Surge)]);
        Assert.Same(Conditions.Plain, conditions.At(start.AddMinutes(-1), "c"));
        Assert.Same(Conditions.Plain, conditions.At(start.AddSeconds(59), "c"));
        Assert.Same(Surge, conditions.At(start.AddMinutes(1), "c"));
        Assert.Same(Conditions.Plain, new ReplayConditions(null).At(start, "c"));
    }

    [Fact]
    public async Task Recording_WithoutAnythingOutOfTheOrdinary_SaysNothingOfIt()
    {
        await using var call = await KeptCall.Of(Shipped.Read("french.json"), 3);
        var recording = await call.Maker.Make(call.Recording.CallSid, TestContext.Current.CancellationToken);
        Assert.Null(recording!.Conditions);
        Assert.DoesNotContain("conditions", RecordingFile.Write(recording), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_OfACallWhileACalendarWasOpen_KeepsItAndReplaysWithIt()
    {
        await using var call = await KeptCall.Of(Shipped.Read("french.json"), 3, Surge);
        var recording = await call.Maker.Make(call.Recording.CallSid, TestContext.Current.CancellationToken);
        var kept = RecordingFile.Read(RecordingFile.Write(recording!));
        Assert.Equal(["surge"], Assert.Single(kept.Conditions!.Value).Conditions.Open);
        Assert.Equal(["surge"], CarriedRecording.Of(kept, "CA1", "ON").Conditions.Open);
        var flows = Shipped.Changed(
            ("ontario.yaml", "    otherwise: unknown\n    next: person", "    otherwise: unknown\n    next: flooded"),
            ("ontario.yaml", "  person:\n", "  flooded: { when: surge, then: crisis, otherwise: person }\n\n  person:\n"));
        Assert.Contains(await Shipped.Replay(kept, flows), d => d.Contains("crisis", StringComparison.Ordinal));
        Assert.DoesNotContain(await Shipped.Replay(kept with { Conditions = null }, flows), d => d.Contains("crisis", StringComparison.Ordinal));
    }
}
