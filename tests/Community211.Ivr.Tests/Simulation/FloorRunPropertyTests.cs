using Community211.Ivr.Queues;
using Community211.Ivr.Simulation;
using CsCheck;

namespace Community211.Ivr.Tests.Simulation;

/// <summary>What the matching rule promises over time.</summary>
public sealed class FloorRunPropertyTests
{
    private static readonly Gen<TimeSpan> Minutes = Gen.Int[1, 40].Select(m => TimeSpan.FromMinutes(m / 4.0));

    /// <summary>One skill, one priority, patience without end: each caller's talk is as long whoever answers.</summary>
    [Fact]
    public void MoreStaff_OneSkillOnePriority_HurtsNobody() =>
        Gen.Select(Gen.Select(Minutes, Minutes).Array[1, 40], Gen.Int[1, 6], Gen.Int[1, 3]).Sample((calls, staff, more) =>
        {
            var callers = InTurn(calls, _ => Priority.General);
            var before = FloorRun.Play(callers, Lines.Agents(staff), Lines.Rules).ToDictionary(o => o.Call, o => o.Waited);
            var after = FloorRun.Play(callers, Lines.Agents(staff + more), Lines.Rules).ToDictionary(o => o.Call, o => o.Waited);
            Assert.Equal(callers.Count, before.Count);
            Assert.All(after, o => Assert.True(o.Value <= before[o.Key], $"{o.Key} waited {o.Value} with more staff and {before[o.Key]} with less"));
        });

    /// <summary>One of four callers is in crisis and three agents could do twice the work: everybody is answered, and soon.</summary>
    [Fact]
    public void BoundedCrisisLoad_LowerPriorities_AreNeverStarved() =>
        Gen.Int[0, 3].Array[1, 120].Sample(kinds =>
        {
            var gap = TimeSpan.FromMinutes(2);
            var callers = InTurn([.. kinds.Select(_ => (gap, TimeSpan.FromMinutes(3)))], i => i % 4 == 0 ? Priority.Crisis : kinds[i] == 0 ? Priority.Urgent : Priority.General);
            var outcomes = FloorRun.Play(callers, Lines.Agents(3), Lines.Rules, TimeSpan.FromSeconds(5));
            Assert.Equal(callers.Count, outcomes.Count);
            Assert.All(outcomes, o => Assert.True(o.Waited < TimeSpan.FromMinutes(10), $"{o.Call} waited {o.Waited}"));
        });

    /// <summary>Everyone is trained and one is kept: nobody waits for that one alone.</summary>
    [Fact]
    public void OneKeptForCrisis_OthersAreAllAnswered() =>
        Gen.Select(Gen.Select(Minutes, Minutes, Gen.Int[0, 2]).Array[1, 40], Gen.Int[1, 5]).Sample((calls, staff) =>
        {
            var callers = InTurn([.. calls.Select(c => (c.Item1, c.Item2))], i => (Priority)calls[i].Item3);
            var agents = Lines.Agents(staff).Select(a => a with { CrisisTrained = true });
            Assert.Equal(callers.Count, FloorRun.Play(callers, agents, Lines.Rules with { CrisisReserve = 1 }, TimeSpan.FromSeconds(5)).Count);
        });

    /// <summary>However many urgent callers keep coming, one who is not urgent is passed only by those who came within the advance.</summary>
    [Fact]
    public void UrgentCallersWithoutEnd_PassAGeneralCallerForTheAdvanceOnly()
    {
        var rules = Lines.Rules with { UrgentAhead = TimeSpan.FromMinutes(10) };
        var talk = TimeSpan.FromMinutes(1);
        var callers = Enumerable.Range(1, 200).Select(i => Lines.Caller(i, TimeSpan.FromSeconds(50 * i), talk, priority: i == 20 ? Priority.General : Priority.Urgent));
        var waited = FloorRun.Play(callers, Lines.Agents(1), rules).Single(o => o.Call == "c000020").Waited;
        Assert.InRange(waited, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20));
    }

    [Fact]
    public void AnyCallers_InCrisis_AreAnsweredBeforeOthersWhoWaitAtThatMoment() =>
        Gen.Select(Gen.Select(Minutes, Minutes, Gen.Int[0, 2]).Array[1, 40], Gen.Int[1, 4]).Sample((calls, staff) =>
        {
            var callers = InTurn([.. calls.Select(c => (c.Item1, c.Item2))], i => (Priority)calls[i].Item3);
            var outcomes = FloorRun.Play(callers, Lines.Agents(staff), Lines.Rules).ToDictionary(o => o.Call, o => o.Waited);
            foreach (var crisis in callers.Where(c => c.Entry.Priority == Priority.Crisis))
            {
                var answered = crisis.Entry.ArrivedAt + outcomes[crisis.Entry.Call];
                Assert.DoesNotContain(callers, c => c.Entry.Priority != Priority.Crisis
                    && c.Entry.ArrivedAt + outcomes[c.Entry.Call] is var then && then > crisis.Entry.ArrivedAt && then < answered);
            }
        });

    private static List<SimulatedCaller> InTurn((TimeSpan Gap, TimeSpan Talk)[] calls, Func<int, Priority> priority)
    {
        var at = TimeSpan.Zero;
        return [.. calls.Select((c, i) => Lines.Caller(i + 1, at += c.Gap, c.Talk, priority: priority(i)))];
    }
}
