using Community211.Ivr.Flows.Differences;
using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Tests.Recordings;

public sealed class CarriedRecordingTests
{
    public static TheoryData<string> Names => [.. Shipped.Names];

    private static CarriedCall Carried(Recording recording) => CarriedRecording.Of(recording, recording.CallSid, Shipped.Flows.Places.PlanArea);

    [Theory]
    [MemberData(nameof(Names))]
    public void Shipped_OnTheFlowOfTheRepository_ComesWhereItCame(string name)
    {
        var recording = Shipped.Read(name);
        var compared = new CallComparer(Shipped.Flows, Shipped.Flows).Compare(Carried(recording));
        Assert.Equal((Comparison.Same, ""), (compared.Comparison, compared.Why));
        var landing = compared.Before!.Landing!;
        if (recording.Verdict.Queue is null)
            Assert.Equal(Landing.HungUp, landing.Queue);
        else if (recording.Verdict.RegionSource != "postal-code")
            Assert.Equal(recording.Verdict.Queue, landing.Queue);
        Assert.Equal(recording.Verdict.Language, landing.Language);
    }

    [Fact]
    public void Repeated_Answers_CountOnce()
    {
        var call = Carried(Shipped.Read("duplicate-delivery.json"));
        Assert.Equal((AnswerOrder.EachTurn, "2"), (call.Order, Assert.Single(call.Answers).Digits));
    }

    [Fact]
    public void WrongKeys_CarryAsWhatTheyCameTo()
    {
        var compared = new CallComparer(Shipped.Flows, Shipped.Flows).Compare(Carried(Shipped.Read("wrong-keys.json")));
        Assert.Equal(("welcome: unknown", true), (Assert.Single(compared.Before!.Given).ToString(), compared.Before!.Given[0].Silent));
        Assert.Equal(compared.Before!.InLineAfter, compared.After!.InLineAfter);
    }

    [Fact]
    public void Forgotten_OrWithoutItsBeginning_IsNotComparable()
    {
        var recording = Shipped.Read("french.json");
        Assert.NotNull(Carried(recording with { Gone = "gone" }).Unusable);
        Assert.NotNull(Carried(recording with { Webhooks = [recording.Webhooks[1]] }).Unusable);
        Assert.NotNull(Carried(recording with { Webhooks = [] }).Unusable);
    }
}
