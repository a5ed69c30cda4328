using Community211.Ivr.Queues;
using CsCheck;

namespace Community211.Ivr.Tests.Queues;

/// <summary>What holds on every floor at every moment.</summary>
public sealed class MatcherPropertyTests
{
    [Fact]
    public void Plan_AnyFloor_OffersAnAgentOnceAndOnlyWhoIsFree() => Sample((floor, now, plan) =>
    {
        var agents = plan.Offers.Where(o => !o.Contact).Select(o => o.To).ToList();
        Assert.Equal(agents.Distinct(), agents);
        Assert.All(agents, a => Assert.Equal(AgentPhase.Available, floor.Agents.Single(x => x.Id == a).Phase));
        Assert.All(agents, a => Assert.False(floor.Agents.Single(x => x.Id == a).NotBefore > now));
    });

    [Fact]
    public void Plan_AnyFloor_OffersTwoAtOnceInCrisisAndOneOtherwise() => Sample((floor, now, plan) =>
    {
        foreach (var entry in floor.Entries)
        {
            var most = entry.Priority == Priority.Crisis ? 2 : 1;
            var made = plan.Offers.Count(o => o.Call == entry.Call && !o.Contact);
            Assert.True(made == 0 || made + entry.Offers.Count(o => !o.Contact) <= most);
            Assert.True(plan.Offers.Count(o => o.Call == entry.Call && o.Contact) + entry.Offers.Count(o => o.Contact) <= 1);
        }
    });

    [Fact]
    public void Plan_AnyFloor_GivesNobodyAnAgentWhomSomebodyBeforeThemStillNeeds() => Sample((floor, now, plan) =>
    {
        var order = Matcher.InOrder(floor.Entries).Where(e => !plan.Probes.Contains(e.Call)).ToList();
        foreach (var offer in plan.Offers.Where(o => !o.Contact))
        {
            var agent = floor.Agents.Single(a => a.Id == offer.To);
            foreach (var before in order.TakeWhile(e => e.Call != offer.Call))
            {
                var most = before.Priority == Priority.Crisis ? 2 : 1;
                var has = before.Offers.Count(o => !o.Contact) + plan.Offers.Count(o => o.Call == before.Call && !o.Contact);
                Assert.False(has < most && MayAnswer(agent, before, now), $"{agent.Id} went to {offer.Call} before {before.Call}");
            }
        }
    });

    [Fact]
    public void Plan_AnyFloor_OffersOnlyToMembersWhoseTimeHasCome() => Sample((floor, now, plan) =>
    {
        foreach (var offer in plan.Offers)
        {
            var entry = floor.Entries.Single(e => e.Call == offer.Call);
            if (offer.Contact)
            {
                Assert.Contains(entry.Members, m => m.Contact && m.Who == offer.To && entry.ArrivedAt + m.From <= now);
                Assert.False(entry.ContactsNotBefore > now);
            }
            else
            {
                Assert.True(MayAnswer(floor.Agents.Single(a => a.Id == offer.To), entry, now));
            }
        }
    });

    [Fact]
    public void Plan_AnyFloor_NeverOffersWhoIsProbedOrNotWaiting() => Sample((floor, now, plan) =>
    {
        Assert.All(plan.Offers, o => Assert.DoesNotContain(o.Call, plan.Probes));
        Assert.All(plan.Offers, o => Assert.Equal(CallerPhase.Waiting, floor.Entries.Single(e => e.Call == o.Call).Phase));
        Assert.All(plan.Offers, o => Assert.False(PageOf(floor, o.Call).AddSeconds(10) < now));
        Assert.All(plan.Probes, p => Assert.True(PageOf(floor, p).AddSeconds(10) <= now));
    });

    [Fact]
    public void Plan_AnyFloor_LeavesNobodyWaitingBesideAnAgentWhoMayAnswer() => Sample((floor, now, plan) =>
    {
        var idle = floor.Agents.Where(a => a.Phase == AgentPhase.Available && !(a.NotBefore > now) && plan.Offers.All(o => o.To != a.Id)).ToList();
        var left = floor.Entries.Where(e => e.Phase == CallerPhase.Waiting && e.Offers.IsEmpty && !plan.Probes.Contains(e.Call) && plan.Offers.All(o => o.Call != e.Call || o.Contact));
        Assert.All(left, e => Assert.DoesNotContain(idle, a => MayAnswer(a, e, now)));
    });

    [Fact]
    public void Plan_AnyFloor_StaysAsItIsUntilItsWakingTime() =>
        Gen.Select(FloorGenerator.Floor, FloorGenerator.Now, Gen.Int[1, 90_000]).Sample((floor, now, later) =>
        {
            var plan = FloorGenerator.Plan(floor, now);
            Assert.False(plan.WakeAt <= now);
            foreach (var then in new[] { now.AddMilliseconds(later), now.AddTicks(1) }.Where(t => plan.WakeAt is null || t < plan.WakeAt))
                Assert.Equal(FloorGenerator.Told(plan), FloorGenerator.Told(FloorGenerator.Plan(floor, then)));
        });

    [Fact]
    public void Plan_SameFloorInAnotherOrder_IsTheSame() =>
        Gen.Select(FloorGenerator.Floor, FloorGenerator.Now).SelectMany(x => Gen.Select(Gen.Const(x), Gen.Shuffle(x.Item1.Entries.ToArray()), Gen.Shuffle(x.Item1.Agents.ToArray())))
            .Sample((x, entries, agents) =>
            {
                var one = FloorGenerator.Plan(x.Item1, x.Item2);
                var other = FloorGenerator.Plan(new Floor([.. entries], [.. agents]), x.Item2);
                Assert.Equal(FloorGenerator.Told(one), FloorGenerator.Told(other));
                Assert.Equal(one.WakeAt, other.WakeAt);
            });

    [Fact]
    public void InOrder_AnyFloor_IsCrisisThenHeadThenFirstCome() =>
        FloorGenerator.Floor.Sample(floor =>
        {
            var order = Matcher.InOrder(floor.Entries).Select(e => (e.Priority == Priority.Crisis ? 0 : 1, e.AtHead ? 0 : 1, e.ArrivedAt, e.Call)).ToList();
            Assert.Equal(order.Order(), order);
        });

    private static void Sample(Action<Floor, DateTimeOffset, MatchPlan> check) =>
        Gen.Select(FloorGenerator.Floor, FloorGenerator.Now).Sample((floor, now) => check(floor, now, FloorGenerator.Plan(floor, now)));

    private static DateTimeOffset PageOf(Floor floor, string call)
    {
        var entry = floor.Entries.Single(e => e.Call == call);
        return entry.PageAt.AddSeconds(entry.PageSeconds);
    }

    private static bool MayAnswer(AgentState agent, QueueEntry entry, DateTimeOffset now) =>
        entry.Members.Any(m => !m.Contact && entry.ArrivedAt + m.From <= now && (m.Who == FloorGenerator.Pool || m.Who == agent.Region))
        && entry.Offers.All(o => o.To != agent.Id);
}
