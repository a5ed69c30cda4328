using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Tests.Flows;

public sealed class TransferWordTests
{
    private const string Steps = """
          first: { menu: "For the distress centre, press 1.", keys: { 1: centre }, otherwise: person }
          centre: { transfer: distress-centre, say: "One moment.", finished: person, failed: person }
          asked: { menu: "For the centre, press 1.", keys: { 1: centre }, otherwise: keep-waiting }
        """;

    private static FlowContext At(Ontario call, Ivr.Flows.Model.FlowSet set) => new(set, call.State, call.Now);

    [Fact]
    public void Transfer_RingsTheContact()
    {
        var set = WithSteps.Set(Steps);
        var call = new Ontario(set: set).Press("1");
        Assert.Equal(("centre", "en: One moment."), (call.State.Step, call.Heard));
        Assert.Equal(set.Places.Contacts["distress-centre"].Number, ((TransferStep)set.Flow.Steps["centre"]).NumberFor(At(call, set)));
    }

    [Theory]
    [InlineData("region", "+14375550190")]
    [InlineData("north", "+18075550190")]
    [InlineData("province", "+14375550190")]
    public void Transfer_ToARegion_RingsItsLine(string to, string number)
    {
        var set = WithSteps.Set(Steps.Replace("transfer: distress-centre", $"transfer: {to}", StringComparison.Ordinal));
        var call = new Ontario(set: set).Press("1");
        Assert.Equal(number, ((TransferStep)set.Flow.Steps["centre"]).NumberFor(At(call, set)));
    }

    [Theory]
    [InlineData(true, "transfer-over")]
    [InlineData(false, "transfer-failed")]
    public void Transferred_FromTheLine_ComesBackWithTheArrivalKept(bool reached, string reason)
    {
        var set = WithSteps.Set(Steps);
        var call = new Ontario(set: set).Silence(2);
        var arrived = call.State.ArrivedAt;
        call.Press("1");
        Assert.Null(call.State.Line);
        var after = FlowRunner.Transferred(At(call, set), reached);
        Assert.Equal(("person", arrived), (after.State.Line!.Queue, after.State.ArrivedAt));
        Assert.Equal(reason, after.Reasons[0].Code);
    }

    [Fact]
    public void Read_UnknownContact_IsAFindingWithTheNearest() =>
        Assert.Equal("Did you mean 'distress-centre'?", WithSteps.Expect(Steps.Replace("distress-centre", "distress-center", StringComparison.Ordinal), "unknown-line", "distress-center").Remedy);
}
