using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

public abstract partial class StoreConformance
{
    private static readonly ImmutableDictionary<string, string> SomeFiles =
        ImmutableDictionary<string, string>.Empty.Add("ontario.yaml", "flow: ontario\n");

    [Fact]
    public async Task Publication_First_IsLiveWithItsFiles()
    {
        Assert.Null(await Store.LivePublication(Stop));
        Assert.Empty(await Store.Publications(10, Stop));

        var result = await Store.Publish(Written("abc", note: "né « d'hier »", git: "0123+changes"), 0, Stop);

        var expected = new Publication(1, "abc", Units.Start, "ana", "né « d'hier »", "0123+changes", null);
        Assert.Equal(new PublishResult(true, expected), result);
        Assert.Equal(expected, await Store.LivePublication(Stop));
        Assert.Equal(SomeFiles, await Store.LoadRevision("abc", Stop));
    }

    [Fact]
    public async Task Publication_Next_SaysWhatItReplaced()
    {
        await Store.Publish(Written("abc"), 0, Stop);
        await Store.Publish(Written("def"), 1, Stop);
        await Store.Publish(Written("abc"), 2, Stop);

        Assert.Equal([(3, "abc", "def"), (2, "def", "abc")], (await Store.Publications(2, Stop)).Select(p => (p.Number, p.Revision, p.Replaced)));
        Assert.Equal(3, (await Store.LivePublication(Stop))!.Number);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task Publication_OnAnotherThanExpected_ChangesNothingAndTellsWhatIsLive(int expected)
    {
        var live = (await Store.Publish(Written("abc"), 0, Stop)).Live;

        Assert.Equal(new PublishResult(false, live), await Store.Publish(Written("def"), expected, Stop));

        Assert.Equal(live, Assert.Single(await Store.Publications(10, Stop)));
        Assert.Null(await Store.LoadRevision("def", Stop));
    }

    [Fact]
    public async Task Publications_ManyAtOnce_OneWinsEachNumber()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => Store.Publish(Written($"r{i}"), 0, Stop), Stop)));

        var winner = Assert.Single(results, r => r.Published);
        Assert.All(results, r => Assert.Equal(winner.Live, r.Live));
        Assert.Equal(winner.Live, Assert.Single(await Store.Publications(100, Stop)));
    }

    [Fact]
    public async Task Refusal_Saved_ReplacesTheOneBefore()
    {
        Assert.Null(await Store.LastRefusal(Stop));
        await Store.SaveRefusal(new Refusal(Units.Start, "ana", "", "abc", "[]"), Stop);
        var last = new Refusal(Units.Start.AddHours(1), "bo", "menu", "def", """[{"code":"unknown-step"}]""");
        await Store.SaveRefusal(last, Stop);

        Assert.Equal(last, await Store.LastRefusal(Stop));
    }

    [Fact]
    public async Task Opening_UntilItsEnd_IsTold()
    {
        var flood = new Opening("flood", Units.Start, Units.Start.AddHours(6), "ana", "river");
        var surge = new Opening("surge", Units.Start, Units.Start.AddHours(1), "bo", "");
        await Store.Open(surge, Stop);
        await Store.Open(flood, Stop);

        Assert.Equal([flood, surge], await Store.Openings(Units.Start, Stop));
        Assert.Equal([flood], await Store.Openings(surge.Until, Stop));
        Assert.Empty(await Store.Openings(flood.Until, Stop));
    }

    [Fact]
    public async Task Opening_OpenedAgain_LastsAsTheLaterOneSays()
    {
        await Store.Open(new Opening("surge", Units.Start, Units.Start.AddHours(6), "ana", ""), Stop);
        var later = new Opening("surge", Units.Start.AddHours(1), Units.Start.AddHours(2), "bo", "shorter");
        await Store.Open(later, Stop);

        Assert.Equal(later, Assert.Single(await Store.Openings(Units.Start.AddHours(1), Stop)));
    }

    [Fact]
    public async Task Opening_ClosedEarly_IsOverOnce()
    {
        await Store.Open(new Opening("surge", Units.Start, Units.Start.AddHours(6), "ana", ""), Stop);

        Assert.False(await Store.Close("flood", Units.Start.AddHours(1), "bo", Stop));
        Assert.False(await Store.Close("surge", Units.Start.AddHours(6), "bo", Stop));
        Assert.True(await Store.Close("surge", Units.Start.AddHours(1), "bo", Stop));
        Assert.False(await Store.Close("surge", Units.Start.AddHours(1), "bo", Stop));
        Assert.Empty(await Store.Openings(Units.Start.AddHours(1), Stop));
    }

    private static PublicationWrite Written(string revision, string note = "", string? git = null) =>
        new(revision, SomeFiles, Units.Start, "ana", note, git);
}
