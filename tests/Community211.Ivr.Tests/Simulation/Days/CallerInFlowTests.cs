using System.Collections.Immutable;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;
using Community211.Ivr.Simulation.Days;

namespace Community211.Ivr.Tests.Simulation.Days;

/// <summary>A caller goes through the flow that ships, at the pace at which it is heard.</summary>
public sealed class CallerInFlowTests
{
    private static readonly DayCaller Silent = new()
    {
        Call = "CA1",
        At = OntarioDay.Start,
        Region = "toronto",
        Language = "en",
        Kind = "silent",
        Dialled = "+14165550100",
        Does = ImmutableDictionary<string, string>.Empty,
        Talk = TimeSpan.FromMinutes(1),
    };

    [Fact]
    public void Silent_IsInLineWithinFifteenSecondsAndThenAskedNoMore()
    {
        var (entries, after) = Play(Silent);
        Assert.InRange(after, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
        Assert.Equal(Priority.General, entries[^1].Priority);
        Assert.Equal("toronto", entries[^1].Region);
    }

    [Fact]
    public void HungryInLine_BecomesUrgentThere()
    {
        var entries = Play(Silent with { Does = Silent.Does.SetItem("need", "1") }).Entries;
        Assert.Equal([Priority.General, Priority.Urgent], entries.Select(e => e.Priority).Distinct());
        Assert.Single(entries.Select(e => e.ArrivedAt).Distinct());
    }

    [Fact]
    public void CrisisInWordsInLine_MovesToTheCrisisLineWithItsContact()
    {
        var entries = Play(Silent with { Does = Silent.Does.SetItem("need", "I want to end my life") }).Entries;
        Assert.Equal(Priority.Crisis, entries[^1].Priority);
        Assert.Contains(entries[^1].Members, m => m.Contact);
    }

    [Theory]
    [InlineData("K1A", "east")]
    [InlineData("P7B", "north")]
    public void ProvincialNumber_PostalCodeInLine_TellsTheRegion(string area, string region)
    {
        var keys = PostalKeys.Of(OntarioDay.Set.Places.Fsas[area]);
        var entries = Play(Silent with { Dialled = "+18005550199", Region = region, PostalKeys = keys }).Entries;
        Assert.Null(entries[0].Region);
        Assert.Equal(region, entries[^1].Region);
    }

    private static (List<QueueEntry> Entries, TimeSpan After) Play(DayCaller caller)
    {
        var flow = new CallerInFlow(OntarioDay.Set, caller);
        var entries = new List<QueueEntry>();
        for (var next = flow.Begin(caller.At); next is { } at; next = flow.Answer(at))
        {
            if (flow.Entry(at) is { } entry)
                entries.Add(entry);
        }
        Assert.False(flow.IsEnded);
        return ([.. entries, flow.Entry(caller.At)!], entries[0].ArrivedAt - caller.At);
    }
}
