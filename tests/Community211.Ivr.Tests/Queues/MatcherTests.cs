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
        LanguageNeed = LanguageNeed.Preferred,
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
        Assert.All(plan.Offers, o => Assert.Equal(["third"], o.InsteadOf.Where(a => a.Agent == "third").Select(a => a.Agent)));
    }

    [Theory]
    [InlineData(59.999, 0)]
    [InlineData(60, 1)]
    public void Plan_ProvinceAtSixtySeconds_WidensExactlyThen(double seconds, int offers)
    {
        var alone = FloorGenerator.Plain with { Aid = new MutualAid { WhenWaitPasses = TimeSpan.FromHours(1) } };
        var plan = Matcher.Plan(new Floor([Caller], [Agent("e", "east"), Agent("t") with { Phase = AgentPhase.Talking }]), alone, Now.AddSeconds(seconds));
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

    [Fact]
    public void Plan_NobodySignedInAtTheOwnRegion_IsServedByTheProvinceAtOnce()
    {
        var offer = Plan(Now, [Caller], Agent("e", "east"), Agent("t") with { Phase = AgentPhase.Away }).Offers.Single();
        Assert.Equal(("e", "nobody-there"), (offer.To, offer.Because[1].Code));
    }

    [Theory]
    [InlineData(3, 0, "not-yet")]   // 100 s for three people: 33 s
    [InlineData(2, 0, "aid")]       // 50 s
    [InlineData(2, 1, "kept-in-reserve")]
    public void Plan_OwnRegionBusy_IsHelpedWhenTheWaitPassesItsThresholdAndOthersCanSpareSomebody(int people, int reserve, string why)
    {
        var busy = Enumerable.Range(0, people).Select(i => Agent($"t{i}") with { Phase = AgentPhase.Talking });
        var rules = FloorGenerator.Plain with { Handling = TimeSpan.FromSeconds(100), Aid = new MutualAid { WhenWaitPasses = TimeSpan.FromSeconds(40), Reserve = reserve } };
        var plan = Matcher.Plan(new Floor([Caller with { Language = null }], [.. busy, Agent("e", "east")]), rules, Now);
        Assert.Equal(why == "aid" ? ["aid"] : [], plan.Offers.Select(o => o.Because[1].Code));
    }

    [Fact]
    public void Plan_OwnRegionHasSomebodyFree_IsNotHelped()
    {
        var offer = Plan(Now, [Caller with { Language = null }], Agent("t") with { IdleSince = Now }, Agent("e", "east")).Offers.Single();
        Assert.Equal("t", offer.To);
        Assert.Equal([("e", "not-yet")], offer.InsteadOf.Select(a => (a.Agent, a.Because.Code)));
    }

    [Theory]
    [InlineData(3, "", "crisis")]       // two others are there: the trained one is kept for who is in crisis
    [InlineData(2, "caller", "crisis")] // one other only: nobody waits for who is kept
    public void Plan_LastFreeWhoIsTrained_IsKeptForCrisis(int people, string alone, string withCrisis)
    {
        var busy = Enumerable.Range(1, people - 1).Select(i => Agent($"b{i}") with { Phase = AgentPhase.Talking });
        AgentState[] agents = [Agent("trained") with { CrisisTrained = true }, .. busy];
        var rules = FloorGenerator.Plain with { CrisisReserve = 1 };
        var caller = Caller with { Call = "caller" };
        Assert.Equal(alone, string.Join(' ', Matcher.Plan(new Floor([caller], [.. agents]), rules, Now).Offers.Select(o => o.Call)));
        Assert.Equal(withCrisis, string.Join(' ', Matcher.Plan(new Floor([caller, CrisisCaller], [.. agents]), rules, Now).Offers.Select(o => o.Call)));
    }

    [Fact]
    public void Plan_TrainedIsKept_SaysSoOfTheOneNotTaken()
    {
        var rules = FloorGenerator.Plain with { CrisisReserve = 1 };
        var plan = Matcher.Plan(new Floor([Caller], [Agent("a") with { CrisisTrained = true }, Agent("b"), Agent("c")]), rules, Now);
        Assert.Equal("b", plan.Offers.Single().To);
        Assert.Equal("kept-for-crisis", plan.Offers.Single().InsteadOf.Single(a => a.Agent == "a").Because.Code);
    }

    [Fact]
    public void Plan_UrgentCameLaterThanItsAdvance_WaitsBehindTheOther()
    {
        var general = Caller with { Call = "general", ArrivedAt = Now - FloorGenerator.Plain.UrgentAhead };
        var urgent = Caller with { Call = "urgent", Priority = Priority.Urgent };
        Assert.Equal(["urgent"], To("t", [general, urgent with { ArrivedAt = Now.AddSeconds(-1) }], Agent("t")));
        Assert.Equal(["general"], To("t", [general, urgent with { ArrivedAt = Now.AddSeconds(1) }], Agent("t")));
    }

    [Fact]
    public void Plan_TwoInCrisisAndTwoFree_AreEachOfferedToOne()
    {
        var plan = Plan(Now, [CrisisCaller, CrisisCaller with { Call = "second" }], Agent("one"), Agent("two"));
        Assert.Equal([("crisis", "one"), ("second", "two")], plan.Offers.Select(o => (o.Call, o.To)));
    }

    /// <summary>O. Reg. 284/11: French is owed; who does not say what they want is not left waiting for it.</summary>
    [Theory]
    [InlineData(LanguageWish.None, 29, false)]
    [InlineData(LanguageWish.None, 30, true)]
    [InlineData(LanguageWish.Wait, 500, false)]
    [InlineData(LanguageWish.Anyone, 0, true)]
    public void Plan_FrenchIsOwedAndNobodySignedInSpeaksIt_IsTheCallersChoice(LanguageWish wish, int seconds, bool offered) =>
        Assert.Equal(offered, !Plan(Now.AddSeconds(seconds), [Caller with { LanguageNeed = LanguageNeed.Owed, LanguageWish = wish }], Agent("t")).Offers.IsEmpty);

    [Theory]
    [InlineData(119, false)]
    [InlineData(120, true)]
    public void Plan_FrenchIsOwedAndItsSpeakerIsBusy_WaitsLongerBeforeEnglish(int seconds, bool offered)
    {
        var caller = Caller with { LanguageNeed = LanguageNeed.Owed };
        var plan = Plan(Now.AddSeconds(seconds), [caller], Agent("t"), Agent("f", "north", "fr") with { Phase = AgentPhase.Talking });
        Assert.Equal(offered, !plan.Offers.IsEmpty);
        Assert.Equal("f", Plan(Now, [caller], Agent("t"), Agent("f", "north", "fr")).Offers.Single().To);
    }

    [Fact]
    public void Plan_NobodySpeaksIt_PrefersWhoHasALittleAndThenWhoKnowsTheRegion()
    {
        AgentState[] agents = [Agent("a", "north"), Agent("knows", "north") with { Knows = ["toronto"] }, Agent("little", "north") with { LittleOf = ["fr"] }];
        Assert.Equal("little", Plan(Now, [Caller], agents).Offers.Single().To);
        Assert.Equal("knows", Plan(Now, [Caller with { Language = null }], agents).Offers.Single().To);
    }

    private static AgentState Agent(string id, string region = "toronto", string language = "en") =>
        new() { Id = id, Number = "+14165550171", Region = region, Languages = [language], IdleSince = Now.AddMinutes(-5) };

    private static MatchPlan Plan(DateTimeOffset now, QueueEntry[] entries, params AgentState[] agents) => FloorGenerator.Plan(new Floor([.. entries], [.. agents]), now);

    private static IEnumerable<string> To(string agent, QueueEntry[] entries, params AgentState[] agents) =>
        Plan(Now.AddSeconds(60), entries, agents).Offers.Where(o => o.To == agent).Select(o => o.Call);
}
