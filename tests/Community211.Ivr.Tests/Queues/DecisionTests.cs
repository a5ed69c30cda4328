using Community211.Ivr.Calls;
using Community211.Ivr.Queues;
using CsCheck;

namespace Community211.Ivr.Tests.Queues;

/// <summary>A decision is kept so that it can be made again.</summary>
public sealed class DecisionTests
{
    private static readonly Gen<(Floor Floor, MatchRules Rules, DateTimeOffset Now)> Cases = Gen.Select(FloorGenerator.Floor, FloorGenerator.Rules, FloorGenerator.Now);

    [Fact]
    public void Decision_OfAnyFloor_ComesOutTheSameAfterItWasWrittenAndRead() => Cases.Sample(x =>
    {
        var plan = Matcher.Plan(x.Floor, x.Rules, x.Now);
        var read = CallJson.Read<Decision>(CallJson.Write(Decision.Of(x.Floor, plan, x.Rules, "abc", x.Now)));
        Assert.Empty(read.Differences(x.Rules));
        // Not only whom: the reasons, and who lost and why.
        Assert.Equal(CallJson.Write(plan.Offers), CallJson.Write(read.Again(x.Rules).Offers));
    });

    [Fact]
    public void Decision_OfAnyFloor_LeavesOutOnlyWhoHadNoPartInIt() => Cases.Sample(x =>
    {
        var plan = Matcher.Plan(x.Floor, x.Rules, x.Now);
        var decision = Decision.Of(x.Floor, plan, x.Rules, "abc", x.Now);
        Assert.Equal(x.Floor.Entries.Count(e => e.Phase == CallerPhase.Waiting), decision.Floor.Entries.Length + decision.Behind);
        Assert.All(plan.Offers, o => Assert.Contains(decision.Floor.Entries, e => e.Call == o.Call));
        Assert.All(decision.Floor.Agents, a => Assert.Empty(a.Number));
    });

    [Fact]
    public void Decision_InASurge_StaysSmall()
    {
        var floor = new Floor([.. Enumerable.Range(0, 2000).Select(i => Waiting($"CA{i:0000}", 5000 - i))], [Agent("a")]);
        var decision = Decision.Of(floor, Matcher.Plan(floor, FloorGenerator.Plain, FloorGenerator.Noon), FloorGenerator.Plain, "abc", FloorGenerator.Noon);
        Assert.Empty(decision.Differences(FloorGenerator.Plain));
        Assert.Equal((Decision.Least, 2000 - Decision.Least, "CA0000"), (decision.Floor.Entries.Length, decision.Behind, decision.Offers.Single().Call));
    }

    [Fact]
    public void Differences_ByOtherRules_NameTheCallerAndBoth()
    {
        var floor = new Floor([Waiting("CA1", 60), Waiting("CA2", 30) with { Priority = Priority.Urgent }], [Agent("a")]);
        var decision = Decision.Of(floor, Matcher.Plan(floor, FloorGenerator.Plain, FloorGenerator.Noon), FloorGenerator.Plain, "abc", FloorGenerator.Noon);
        var differences = decision.Differences(FloorGenerator.Plain with { UrgentAhead = TimeSpan.Zero });
        Assert.Equal(["CA2: a, ", "CA1: , a"], differences.Select(d => $"{d.Call}: {string.Join(' ', d.Then)}, {string.Join(' ', d.Again)}"));
    }

    private static QueueEntry Waiting(string call, int seconds) => new()
    {
        Call = call,
        Phase = CallerPhase.Waiting,
        Members = [new QueueMember(FloorGenerator.Pool, TimeSpan.Zero, Contact: false)],
        ArrivedAt = FloorGenerator.Noon.AddSeconds(-seconds),
        PageAt = FloorGenerator.Noon,
        PageSeconds = 30,
    };

    private static AgentState Agent(string id) => new() { Id = id, Number = "+14165550171", Region = "toronto", Languages = ["en"], IdleSince = FloorGenerator.Noon.AddSeconds(-5) };
}
