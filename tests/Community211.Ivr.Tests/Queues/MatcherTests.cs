using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Queues;

/// <summary>Who is offered whom, case by case.</summary>
public sealed class MatcherTests
{
    private static readonly DateTimeOffset Now = FloorGenerator.Noon;

    private static readonly QueueEntry Caller = new()
    {
        Call = "c",
        Phase = CallerPhase.Waiting,
        Region = "toronto",
        Language = "fr",
        Members = [new QueueMember("toronto", TimeSpan.Zero, Contact: false), new QueueMember("province", TimeSpan.FromSeconds(60), Contact: false)],
        ArrivedAt = Now,
        PageAt = Now,
        PageSeconds = 600,
    };

    private static readonly QueueEntry CrisisCaller = Caller with
    {
        Call = "crisis",
        Priority = Priority.Crisis,
        Members =
        [
            new QueueMember("toronto", TimeSpan.Zero, Contact: false), new QueueMember("province", TimeSpan.Zero, Contact: false),
            new QueueMember("distress-centre", TimeSpan.FromMinutes(3), Contact: true),
        ],
    };

    [Fact]
    public void Plan_CrisisCameLast_IsServedFirst() =>
        Assert.Equal(["crisis"], To("t", [Caller with { AtHead = true }, CrisisCaller with { ArrivedAt = Now.AddSeconds(9) }], Agent("t")));

    [Fact]
    public void Plan_LostAnAgent_GoesBeforeWhoCameEarlier() =>
        Assert.Equal(["head"], To("t", [Caller, Caller with { Call = "head", AtHead = true, ArrivedAt = Now.AddSeconds(9) }], Agent("t")));

    [Fact]
    public void Plan_Crisis_RingsTwoAtOnceTrainedFirst()
    {
        var plan = Plan(Now, [CrisisCaller], Agent("plain"), Agent("trained") with { CrisisTrained = true, IdleSince = Now }, Agent("third"));
        Assert.Equal(["trained", "plain"], plan.Offers.Select(o => o.To));
        Assert.All(plan.Offers, o => Assert.Equal(["third"], o.InsteadOf));
    }

    [Theory]
    [InlineData(59.999, 0)]
    [InlineData(60, 1)]
    public void Plan_ProvinceAtSixtySeconds_WidensExactlyThen(double seconds, int offers)
    {
        var plan = Plan(Now.AddSeconds(seconds), [Caller], Agent("e", "east"));
        Assert.Equal(offers, plan.Offers.Length);
        if (offers == 0)
            Assert.Equal(Now.AddSeconds(60), plan.WakeAt);
    }

    [Theory]
    [InlineData(179.999, false)]
    [InlineData(180, true)]
    public void Plan_ContactAtThreeMinutes_IsRungExactlyThenBesideTwoAgents(double seconds, bool rung)
    {
        var plan = Plan(Now.AddSeconds(seconds), [CrisisCaller], Agent("one"), Agent("two"));
        Assert.Equal(2, plan.Offers.Count(o => !o.Contact));
        Assert.Equal(rung, plan.Offers.Any(o => o is { Contact: true, To: "distress-centre" }));
    }

    [Fact]
    public void Plan_ContactThatDidNotAnswer_IsNotRungBeforeItsTime()
    {
        var entry = CrisisCaller with { ContactsNotBefore = Now.AddSeconds(200), Tried = ["distress-centre"] };
        var early = Plan(Now.AddSeconds(199), [entry]);
        Assert.Empty(early.Offers);
        Assert.Equal(Now.AddSeconds(200), early.WakeAt);
        Assert.Equal(["distress-centre"], Plan(Now.AddSeconds(200), [entry]).Offers.Select(o => o.To));
    }

    [Fact]
    public void Plan_OpenOffers_CountAgainstTheTwo()
    {
        OpenOffer agent = new("o1", "one", Contact: false, null, Now), contact = new("o2", "distress-centre", Contact: true, null, Now);
        Assert.Single(Plan(Now, [CrisisCaller with { Offers = [agent, contact] }], Agent("two"), Agent("three")).Offers);
        Assert.Empty(Plan(Now, [Caller with { Offers = [agent] }], Agent("two")).Offers);
    }

    [Theory]
    [InlineData(609.999, false)]
    [InlineData(610, true)]
    public void Plan_WaitPageOverdue_IsProbedAndNotOffered(double seconds, bool stale)
    {
        var plan = Plan(Now.AddSeconds(seconds), [Caller], Agent("t"));
        Assert.Equal(stale ? ["c"] : [], plan.Probes);
        Assert.Equal(stale, plan.Offers.IsEmpty);
        Assert.Equal(stale ? null : Now.AddSeconds(610), plan.WakeAt);
    }

    [Fact]
    public void Plan_FrenchOfAnotherRegion_GoesBeforeEnglishOfTheOwn() =>
        Assert.Equal("e", Plan(Now.AddSeconds(60), [Caller], Agent("t"), Agent("e", "east", "fr")).Offers.Single().To);

    [Fact]
    public void Plan_SameLanguage_PrefersTheOwnRegion() =>
        Assert.Equal("t", Plan(Now.AddSeconds(60), [Caller], Agent("e", "east", "fr"), Agent("t", "toronto", "fr") with { IdleSince = Now }).Offers.Single().To);

    [Fact]
    public void Plan_AllElseEqual_TakesWhoIsIdleLongest() =>
        Assert.Equal("long", Plan(Now, [Caller], Agent("a") with { IdleSince = Now }, Agent("long") with { IdleSince = Now.AddSeconds(-1) }).Offers.Single().To);

    [Fact]
    public void Plan_TriedInVain_GoesLastAndTheLongestAgoFirst()
    {
        var entry = CrisisCaller with { Tried = ["first", "second"] };
        AgentState[] tried = [Agent("second", "toronto", "fr") with { CrisisTrained = true }, Agent("first")];
        Assert.Equal(["first", "second"], Plan(Now, [entry], tried).Offers.Select(o => o.To));
        Assert.Equal(["plain", "first"], Plan(Now, [entry], [.. tried, Agent("plain", "north")]).Offers.Select(o => o.To));
    }

    [Fact]
    public void Plan_RegionUnknown_IsServedByTheWholeProvinceAtOnce()
    {
        var queue = new Ivr.Flows.Steps.QueueStep("person", [new QueueMember("region", TimeSpan.Zero, false), new QueueMember("province", TimeSpan.FromSeconds(60), false)], Priority.General, false, new(ImmutableDictionary<string, string>.Empty), null, "end");
        var members = queue.MembersFor(Flows.MembersAt.Of(null, RealFlow.Set.Places, new DateOnly(2027, 1, 4)));
        Assert.Equal([new QueueMember("province", TimeSpan.Zero, false)], members);
        Assert.Equal("n", Plan(Now, [Caller with { Region = null, Members = members }], Agent("n", "north")).Offers.Single().To);
    }

    [Fact]
    public void Plan_NobodyFree_OffersNothingAndWakesForABreather()
    {
        var plan = Plan(Now, [Caller with { Members = [new QueueMember("toronto", TimeSpan.Zero, false)] }], Agent("t") with { NotBefore = Now.AddSeconds(10) });
        Assert.Empty(plan.Offers);
        Assert.Equal(Now.AddSeconds(10), plan.WakeAt);
    }

    private static AgentState Agent(string id, string region = "toronto", string language = "en") =>
        new() { Id = id, Number = "+14165550171", Region = region, Languages = [language], IdleSince = Now.AddMinutes(-5) };

    private static MatchPlan Plan(DateTimeOffset now, QueueEntry[] entries, params AgentState[] agents) => FloorGenerator.Plan(new Floor([.. entries], [.. agents]), now);

    private static IEnumerable<string> To(string agent, QueueEntry[] entries, params AgentState[] agents) =>
        Plan(Now.AddSeconds(60), entries, agents).Offers.Where(o => o.To == agent).Select(o => o.Call);
}
