using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Carrier.Rest;

// "429 + 20429 = never processed, safe to retry. Do NOT blindly retry POST Calls on time-outs: look up first."
public sealed class ResilienceTests : IDisposable
{
    private static readonly DialAgent Post = new(Known.Caller, "o1", "+14165550177", "+14165550100", 20, Crisis: true);
    private static readonly LookUpCall Get = new(Known.Caller, null);
    private static readonly CarrierReply NoAnswer = new(CarrierOutcome.Unknown);

    private readonly CarrierRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Get_FailingAtFirst_IsRepeated()
    {
        _rig.Stub.Fail().Answer(503).Answer(500).Answer(200, """{"status":"ringing"}""");
        Assert.Equal("ringing", (await _rig.Send(Get)).CallStatus);
        Assert.Equal(4, _rig.Stub.Asked.Count);
    }

    [Fact]
    public async Task Get_FailingThroughout_IsUnknown()
    {
        _rig.Stub.Answer(503);
        Assert.Equal(new CarrierReply(CarrierOutcome.Unknown, Code: "503"), await _rig.Send(Get));
        Assert.Equal(4, _rig.Stub.Asked.Count);
    }

    [Fact]
    public async Task Post_RefusedByTheNetwork_IsUnknownAndNotRepeated()
    {
        _rig.Stub.Fail();
        Assert.Equal(NoAnswer, await _rig.Send(Post));
        Assert.Single(_rig.Stub.Asked);
    }

    [Fact]
    public async Task Post_ServerError_IsUnknownAndNotRepeated()
    {
        _rig.Stub.Answer(500);
        Assert.Equal(new CarrierReply(CarrierOutcome.Unknown, Code: "500"), await _rig.Send(Post));
        Assert.Single(_rig.Stub.Asked);
    }

    [Fact]
    public async Task Post_TooManyRequests_IsRepeatedAsItWas()
    {
        _rig.Stub.Answer(429, """{"code":20429}""").Answer(201, $$"""{"sid":"{{Known.Leg}}"}""");
        Assert.Equal(new CarrierReply(CarrierOutcome.Done, Known.Leg), await _rig.Send(Post));
        Assert.Equal(2, _rig.Stub.Asked.Count);
        Assert.Single(_rig.Stub.Asked.Distinct());
    }

    [Fact]
    public async Task Post_TooManyRequestsThroughout_IsRefused()
    {
        _rig.Stub.Answer(429, """{"code":20429}""");
        Assert.Equal(new CarrierReply(CarrierOutcome.Refused, Code: "429.20429"), await _rig.Send(Post));
        Assert.Equal(4, _rig.Stub.Asked.Count);
    }

    [Fact]
    public async Task Refusal_OfAGet_IsNotRepeated()
    {
        _rig.Stub.Answer(404, """{"code":20404}""");
        await _rig.Send(Get);
        Assert.Single(_rig.Stub.Asked);
    }

    [Fact]
    public async Task Post_WithoutAnAnswerInTime_IsUnknownAndNotRepeated()
    {
        _rig.Stub.Hang(_rig.Time.RunOut);
        Assert.Equal(NoAnswer, await _rig.Send(Post));
        Assert.Single(_rig.Stub.Asked);
    }

    [Fact]
    public async Task Get_WithoutAnAnswerInTime_IsRepeated()
    {
        _rig.Stub.Hang(_rig.Time.RunOut);
        Assert.Equal(NoAnswer, await _rig.Send(Get));
        Assert.Equal(4, _rig.Stub.Asked.Count);
    }

    [Fact]
    public async Task Answer_WhoseBodyNeverComes_RunsOutToo()
    {
        _rig.Stub.HangInBody(_rig.Time.RunOut);
        Assert.Equal(NoAnswer, await _rig.Send(Post));
    }

    [Fact]
    public async Task Stop_WhileWaiting_IsACancellation()
    {
        using var stop = new CancellationTokenSource();
        _rig.Stub.Hang(stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _rig.Get<ICarrier>().Send(Post, stop.Token));
        Assert.Single(_rig.Stub.Asked);
    }

    [Fact]
    public async Task Breaker_HalfOfEightFailed_OpensAndTells()
    {
        var told = new List<bool>();
        _rig.Health.Changed += (_, _) => told.Add(_rig.Health.Open);
        for (var i = 0; i < 4; i++)
            _rig.Stub.Answer(404);
        _rig.Stub.Answer(500);
        for (var i = 0; i < 7; i++)
            await _rig.Send(Post);
        Assert.False(_rig.Health.Open);
        await _rig.Send(Post);
        Assert.True(_rig.Health.Open);

        Assert.Equal(NoAnswer, await _rig.Send(Post));
        Assert.Equal(NoAnswer, await _rig.Send(Get));
        Assert.Null(await _rig.View());
        Assert.Equal(8, _rig.Stub.Asked.Count);
        Assert.Equal([true], told);
    }

    [Fact]
    public async Task Breaker_AfterFiveSeconds_ClosesWithTheFirstAnswerAndTells()
    {
        for (var i = 0; i < 7; i++)
            _rig.Stub.Fail();
        _rig.Stub.Fail().Answer(404);
        for (var i = 0; i < 8; i++)
            await _rig.Send(Post);
        Assert.True(_rig.Health.Open);
        var told = new List<bool>();
        _rig.Health.Changed += (_, _) => told.Add(_rig.Health.Open);

        _rig.Time.Move(TimeSpan.FromSeconds(4));
        Assert.Equal(NoAnswer, await _rig.Send(Get));
        _rig.Time.Move(TimeSpan.FromSeconds(2));
        Assert.Equal(CarrierOutcome.Refused, (await _rig.Send(Get)).Outcome);
        Assert.False(_rig.Health.Open);
        Assert.Equal([false], told);
    }

    [Fact]
    public async Task Breaker_RefusalsAndThrottling_DoNotCount()
    {
        _rig.Stub.Answer(429);
        for (var i = 0; i < 6; i++)
            await _rig.Send(Post);
        Assert.False(_rig.Health.Open);
    }
}
