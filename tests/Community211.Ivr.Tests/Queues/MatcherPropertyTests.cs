using Community211.Ivr.Queues;
using CsCheck;

namespace Community211.Ivr.Tests.Queues;

/// <summary>What holds on every floor, by every rule, at every moment.</summary>
public sealed class MatcherPropertyTests
{
    private static readonly Gen<Case> Cases =
        Gen.Select(FloorGenerator.Floor, FloorGenerator.Rules, FloorGenerator.Now).Select((floor, rules, now) => new Case(floor, rules, now, Matcher.Plan(floor, rules, now)));

    [Fact]
    public void Plan_AnyFloor_OffersAnAgentOnceAndOnlyWhoIsFree() => Cases.Sample(x =>
    {
        Assert.Equal(x.Offered.Distinct(), x.Offered);
        Assert.All(x.Offered, a => Assert.Equal(AgentPhase.Available, x.Agent(a).Phase));
        Assert.All(x.Offered, a => Assert.False(x.Agent(a).NotBefore > x.Now));
    });

    [Fact]
    public void Plan_AnyFloor_OffersTwoAtOnceInCrisisAndOneOtherwise() => Cases.Sample(x =>
    {
        foreach (var entry in x.Floor.Entries)
        {
            var made = x.Plan.Offers.Count(o => o.Call == entry.Call && !o.Contact);
            Assert.True(made == 0 || made + entry.Offers.Count(o => !o.Contact) <= Most(entry));
            Assert.True(x.Plan.Offers.Count(o => o.Call == entry.Call && o.Contact) + entry.Offers.Count(o => o.Contact) <= 1);
        }
    });

    [Fact]
    public void Plan_AnyFloor_GivesNobodyAnAgentWhomSomebodyBeforeThemStillNeeds() => Cases.Sample(x =>
    {
        var order = x.InOrder().Where(e => !x.Plan.Probes.Contains(e.Call)).ToList();
        foreach (var offer in x.Plan.Offers.Where(o => !o.Contact))
        {
            foreach (var before in order.TakeWhile(e => e.Call != offer.Call))
                Assert.False(x.Has(before) == 0 && x.ByTheLine(before, offer.To) && !x.MayBeKept(before, offer.To), $"{offer.To} went to {offer.Call} before {before.Call}");
        }
        Assert.Equal(0, Inversions.Count(x.Floor, x.Plan, x.Rules, x.Now));
    });

    /// <summary>The live count sees what it is there for: somebody served in the place of somebody before them.</summary>
    [Fact]
    public void Inversions_OfferGivenToSomebodyBehind_AreCounted()
    {
        var tried = 0;
        Cases.Sample(
            x =>
            {
                foreach (var (offer, behind) in x.Passable().Take(1))
                {
                    Interlocked.Increment(ref tried);
                    var wrong = x.Plan with { Offers = x.Plan.Offers.Replace(offer, offer with { Call = behind.Call }) };
                    Assert.True(Inversions.Count(x.Floor, wrong, x.Rules, x.Now) > 0);
                }
            },
            iter: 3000);
        Assert.True(tried > 10, $"only {tried} floors had somebody to pass");
    }

    [Fact]
    public void Plan_AnyFloor_OffersEveryoneInCrisisOnceBeforeAnyoneTwice() => Cases.Sample(x =>
    {
        var twice = x.Plan.Offers.Where(o => !o.Contact).GroupBy(o => o.Call).Where(g => g.Count() > 1).SelectMany(g => g).Select(o => o.To).ToList();
        var none = x.InOrder().Where(e => e.Priority == Priority.Crisis && x.IsThere(e) && x.Has(e) == 0);
        Assert.All(none, e => Assert.DoesNotContain(twice, a => x.ByTheLine(e, a)));
    });

    [Fact]
    public void Plan_AnyFloor_OffersContactsWhenTheirTimeHasCome() => Cases.Sample(x =>
    {
        foreach (var offer in x.Plan.Offers.Where(o => o.Contact))
        {
            var entry = x.Entry(offer.Call);
            Assert.Contains(entry.Members, m => m.Contact && m.Who == offer.To && entry.ArrivedAt + m.From <= x.Now);
            Assert.False(entry.ContactsNotBefore > x.Now);
        }
    });

    [Fact]
    public void Plan_AnyFloor_OpensOtherRegionsEarlyOnlyAsMutualAid() => Cases.Sample(x =>
    {
        foreach (var offer in x.Plan.Offers.Where(o => !o.Contact && !x.ByTheLine(x.Entry(o.Call), o.To)))
        {
            var (entry, agent) = (x.Entry(offer.Call), x.Agent(offer.To));
            Assert.Contains(entry.Members, m => m.Who == FloorGenerator.Pool);
            Assert.NotEqual(entry.Members[0].Who, agent.Region);
            if (offer.Because.Any(b => b.Code == "aid"))
                Assert.True(x.Idle(agent.Region) >= x.Rules.Aid.Reserve);
            else
                Assert.Contains(offer.Because, b => b.Code is "nobody-there" or "nobody-there-speaks");
        }
    });

    [Fact]
    public void Plan_WhoIsOwedALanguage_GetsASpeakerOrHasWaitedOrChosen() => Cases.Sample(x =>
    {
        foreach (var offer in x.Plan.Offers.Where(o => !o.Contact))
            Assert.True(x.Agent(offer.To).Languages.Contains(x.Entry(offer.Call).Language ?? "") || !x.WaitsForSpeaker(x.Entry(offer.Call)));
    });

    [Fact]
    public void Plan_AnyFloor_NeverOffersWhoIsProbedOrNotWaiting() => Cases.Sample(x =>
    {
        Assert.All(x.Plan.Offers, o => Assert.DoesNotContain(o.Call, x.Plan.Probes));
        Assert.All(x.Plan.Offers, o => Assert.Equal(CallerPhase.Waiting, x.Entry(o.Call).Phase));
        Assert.All(x.Plan.Offers, o => Assert.True(x.IsThere(x.Entry(o.Call))));
        Assert.All(x.Plan.Probes, p => Assert.False(x.IsThere(x.Entry(p))));
    });

    [Fact]
    public void Plan_AnyFloor_LeavesNobodyWaitingBesideAnAgentWhoMayAnswer() => Cases.Sample(x =>
    {
        var idle = x.Floor.Agents.Where(a => a.Phase == AgentPhase.Available && !(a.NotBefore > x.Now) && !x.Offered.Contains(a.Id)).ToList();
        var left = x.Floor.Entries.Where(e => e.Phase == CallerPhase.Waiting && x.IsThere(e) && x.Has(e) == 0);
        Assert.All(left, e => Assert.DoesNotContain(idle, a => x.ByTheLine(e, a.Id) && !x.MayBeKept(e, a.Id)));
    });

    /// <summary>The last free ones who are trained go to callers in crisis, or to whom hardly anybody else can answer.</summary>
    [Fact]
    public void Plan_AnyFloor_KeepsTheLastTrainedForCrisis() => Cases.Sample(x =>
    {
        var trained = x.Floor.Agents.Count(a => a is { CrisisTrained: true, Phase: AgentPhase.Available } && !(a.NotBefore > x.Now));
        foreach (var offer in x.Plan.Offers.Where(o => !o.Contact && x.Agent(o.To).CrisisTrained))
        {
            var entry = x.Entry(offer.Call);
            Assert.True(trained > x.Rules.CrisisReserve || entry.Priority == Priority.Crisis || x.SignedInFor(entry) < x.Rules.CrisisReserve + 2);
            trained--;
        }
    });

    [Fact]
    public void Plan_OffersToCallersInCrisis_AreTheSameHoweverManyAreKept() => Cases.Sample(x =>
    {
        var none = Matcher.Plan(x.Floor, x.Rules with { CrisisReserve = 0 }, x.Now);
        Assert.Equal(
            none.Offers.Where(o => x.Entry(o.Call).Priority == Priority.Crisis).Select(o => (o.Call, o.To)),
            x.Plan.Offers.Where(o => x.Entry(o.Call).Priority == Priority.Crisis).Select(o => (o.Call, o.To)));
    });

    /// <summary>Whoever is passed over early, so that a long line costs little, would have got nobody.</summary>
    [Fact]
    public void Plan_AnyFloor_IsWhatTheRuleGivesWithoutShortcuts() => Cases.Sample(x => Assert.Equal(
        PlainRule.Offers(x.Floor, x.Plan, x.Rules, x.Now),
        x.Plan.Offers.Where(o => !o.Contact).Select(o => $"{o.Call} to {o.To} instead of {string.Join(' ', o.InsteadOf.Select(a => a.Agent))}")));

    [Fact]
    public void Plan_AnyOffer_NamesAtMostThreeOthersAndNoneThatIsBetter() => Cases.Sample(x =>
    {
        foreach (var offer in x.Plan.Offers.Where(o => !o.Contact))
        {
            Assert.InRange(offer.InsteadOf.Length, 0, 3);
            Assert.DoesNotContain(offer.InsteadOf, a => a.Agent == offer.To);
            var own = x.Entry(offer.Call).Members.FirstOrDefault(m => !m.Contact && m.Who != FloorGenerator.Pool)?.Who;
            foreach (var shorter in offer.InsteadOf.Where(a => a.Because.Code == "idle-shorter"))
            {
                Assert.True(x.Agent(shorter.Agent).IdleSince > x.Agent(offer.To).IdleSince);
                Assert.True(own is null || x.Agent(offer.To).Region == own || x.Agent(shorter.Agent).Region != own);
            }
        }
    });

    [Fact]
    public void Plan_AnyFloor_StaysAsItIsUntilItsWakingTime() =>
        Gen.Select(Cases, Gen.Int[1, 90_000]).Sample((x, later) =>
        {
            Assert.False(x.Plan.WakeAt <= x.Now);
            foreach (var then in new[] { x.Now.AddMilliseconds(later), x.Now.AddTicks(1) }.Where(t => x.Plan.WakeAt is null || t < x.Plan.WakeAt))
                Assert.Equal(FloorGenerator.Told(x.Plan), FloorGenerator.Told(Matcher.Plan(x.Floor, x.Rules, then)));
        });

    [Fact]
    public void Plan_SameFloorInAnotherOrder_IsTheSame() =>
        Cases.SelectMany(x => Gen.Select(Gen.Const(x), Gen.Shuffle(x.Floor.Entries.ToArray()), Gen.Shuffle(x.Floor.Agents.ToArray())))
            .Sample((x, entries, agents) =>
            {
                var other = Matcher.Plan(new Floor([.. entries], [.. agents]), x.Rules, x.Now);
                Assert.Equal(FloorGenerator.Told(x.Plan), FloorGenerator.Told(other));
                Assert.Equal(x.Plan.WakeAt, other.WakeAt);
            });

    [Fact]
    public void Order_AnyFloor_IsCrisisThenHeadThenFirstComeWithUrgentAhead() => Cases.Sample(x =>
    {
        var order = x.InOrder()
            .Select(e => (e.Priority == Priority.Crisis ? 0 : 1, e.AtHead ? 0 : 1, e.Priority == Priority.Urgent ? e.ArrivedAt - x.Rules.UrgentAhead : e.ArrivedAt, e.Call)).ToList();
        Assert.Equal(order.Order(), order);
    });

    private static int Most(QueueEntry entry) => entry.Priority == Priority.Crisis ? 2 : 1;

    private sealed record Case(Floor Floor, MatchRules Rules, DateTimeOffset Now, MatchPlan Plan)
    {
        public List<string> Offered { get; } = [.. Plan.Offers.Where(o => !o.Contact).Select(o => o.To)];

        public AgentState Agent(string id) => Floor.Agents.Single(a => a.Id == id);

        public QueueEntry Entry(string call) => Floor.Entries.Single(e => e.Call == call);

        public IEnumerable<QueueEntry> InOrder() => Standing.Order(Floor.Entries, Rules.UrgentAhead);

        /// <summary>Offers to agents after this plan.</summary>
        public int Has(QueueEntry entry) => entry.Offers.Count(o => !o.Contact) + Plan.Offers.Count(o => o.Call == entry.Call && !o.Contact);

        public int Idle(string region) => Floor.Agents.Count(a => a.Region == region && a.Phase == AgentPhase.Available && !(a.NotBefore > Now) && !Offered.Contains(a.Id));

        public bool IsThere(QueueEntry entry) => Now < entry.PageAt.AddSeconds(entry.PageSeconds) + Rules.StaleAfter;

        /// <summary>Whether the agent may answer by the line's own words and the language rule, whatever aid allows.</summary>
        public bool ByTheLine(QueueEntry entry, string agent) =>
            entry.Members.Any(m => !m.Contact && entry.ArrivedAt + m.From <= Now && (m.Who == FloorGenerator.Pool || m.Who == Agent(agent).Region))
            && entry.Offers.All(o => o.To != agent)
            && (Agent(agent).Languages.Contains(entry.Language ?? "") || !WaitsForSpeaker(entry));

        public bool MayBeKept(QueueEntry entry, string agent) =>
            Agent(agent).CrisisTrained && entry.Priority != Priority.Crisis && SignedInFor(entry) >= Rules.CrisisReserve + 2 && Rules.CrisisReserve > 0;

        /// <summary>Agents who may answer the caller some time.</summary>
        public int SignedInFor(QueueEntry entry) => Floor.Agents.Count(a => a.Phase is not (AgentPhase.Off or AgentPhase.Away)
            && entry.Members.Any(m => !m.Contact && (m.Who == FloorGenerator.Pool || m.Who == a.Region))
            && (entry is not { LanguageNeed: LanguageNeed.Owed, LanguageWish: LanguageWish.Wait, Language: { } language } || a.Languages.Contains(language)));

        public bool WaitsForSpeaker(QueueEntry entry)
        {
            if (entry is not { LanguageNeed: LanguageNeed.Owed, Language: not null } || entry.Priority == Priority.Crisis || entry.LanguageWish == LanguageWish.Anyone)
                return false;
            var speakers = Floor.Agents.Any(a => a.Phase is not AgentPhase.Away && a.Languages.Contains(entry.Language)
                && entry.Members.Any(m => m.Who == FloorGenerator.Pool || m.Who == a.Region));
            return entry.LanguageWish == LanguageWish.Wait || Now < entry.ArrivedAt + (speakers ? Rules.BusySpeakerPatience : Rules.NoSpeakerPatience);
        }

        /// <summary>Offers of callers with one offer only, with somebody behind them who has none.</summary>
        public IEnumerable<(PlannedOffer Offer, QueueEntry Behind)> Passable() =>
            from offer in Plan.Offers
            where !offer.Contact && Has(Entry(offer.Call)) == 1 && ByTheLine(Entry(offer.Call), offer.To)
            from behind in InOrder().SkipWhile(e => e.Call != offer.Call).Skip(1)
            where Has(behind) == 0
            select (offer, behind);
    }
}
