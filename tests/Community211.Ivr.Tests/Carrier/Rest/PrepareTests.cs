using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Carrier.Rest;

// "Queues get MaxSize 5000 (default 1,000)": 600 callers have queued in the minute a line opened.
public sealed class PrepareTests : IDisposable
{
    private const string Queues = $"/2010-04-01/Accounts/{Known.Account}/Queues.json?PageSize=1000";

    private readonly CarrierRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Prepare_QueueMissing_IsMadeAsLargeAsItMayBe()
    {
        _rig.Stub.Lists = path => path == Queues ? """{"queues":[]}""" : "{}";
        Assert.True(await Prepare("toronto"));
        Assert.Equal(["FriendlyName=toronto", "MaxSize=5000"], _rig.Stub.Asked.Last().Fields);
    }

    [Fact]
    public async Task Prepare_QueueOfDefaultSize_IsWidened()
    {
        _rig.Stub.Lists = path => path == Queues ? """{"queues":[{"sid":"QU1","friendly_name":"toronto","max_size":1000}]}""" : "{}";
        Assert.True(await Prepare("toronto"));
        var asked = _rig.Stub.Asked.Last();
        Assert.Equal(("POST", $"/2010-04-01/Accounts/{Known.Account}/Queues/QU1.json"), (asked.Method, asked.Path));
        Assert.Equal(["MaxSize=5000"], asked.Fields);
    }

    [Fact]
    public async Task Prepare_QueueAsItShouldBe_NothingIsChanged()
    {
        _rig.Stub.Lists = path => path == Queues ? """{"queues":[{"sid":"QU1","friendly_name":"toronto","max_size":5000}]}""" : null;
        Assert.True(await Prepare("toronto"));
        Assert.Single(_rig.Stub.Asked);
    }

    [Fact]
    public async Task Prepare_CarrierAway_SaysSoAndIsTriedAgain()
    {
        _rig.Stub.Answer(503);
        Assert.False(await Prepare("toronto"));
    }

    private Task<bool> Prepare(params string[] queues) => _rig.Get<ICarrier>().Prepare(queues, TestContext.Current.CancellationToken);
}
