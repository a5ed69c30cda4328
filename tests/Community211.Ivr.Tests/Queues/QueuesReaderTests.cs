using Community211.Ivr.Queues;
using Community211.Ivr.Queues.Figures;
using Community211.Ivr.Tests.Flows;

namespace Community211.Ivr.Tests.Queues;

/// <summary>What <c>queues.yaml</c> says.</summary>
public sealed class QueuesReaderTests
{
    [Fact]
    public void Shipped_File_SaysTheDefaultsAndKeepsOneForCrisis() => Assert.Equal(
        new MatchRules("province") { CrisisReserve = 1 },
        Ontario.Set.Queues with { AidOf = new MatchRules("").AidOf, Figures = new MatchRules("").Figures, Callbacks = new MatchRules("").Callbacks });

    [Fact]
    public void Shipped_File_SaysTheDefaultsOfTheFigures()
    {
        Assert.Equal(new FigureRules().ShortAbandon, Ontario.Set.Queues.Figures.ShortAbandon);
        Assert.Equal(new FigureRules().Levels, Ontario.Set.Queues.Figures.Levels.AsEnumerable());
    }

    [Fact]
    public void Shipped_File_SaysTheDefaultsOfCallbacks()
    {
        var (shipped, usual) = (Ontario.Set.Queues.Callbacks, new CallbackRules());
        Assert.Equal(usual, shipped with { After = usual.After });
        Assert.Equal(usual.After, shipped.After.AsEnumerable());
    }

    [Fact]
    public void Callbacks_SwitchedOff_AreNotOffered()
    {
        var (set, _) = Ontario.Load(BrokenFiles.Change(QueuesReader.File, "callback: { attempts: 3", "callback: { offered: no, attempts: 1"));
        Assert.Equal((false, 1), (set!.Queues.Callbacks.Offered, set.Queues.Callbacks.Attempts));
    }

    [Fact]
    public void Absent_File_IsTheDefaults()
    {
        var (set, findings) = Ontario.Load(Ontario.Files.Remove(QueuesReader.File));
        Assert.Equal(new MatchRules("province"), set!.Queues);
        Assert.DoesNotContain(findings, f => f.File == QueuesReader.File);
    }

    [Fact]
    public void Region_ThatDiffers_KeepsTheRestOfTheOthers()
    {
        var (set, _) = Ontario.Load(BrokenFiles.Change(QueuesReader.File, "keep-idle: 0 }\nregions:\n", "keep-idle: 2 }\nregions:\n  north: { when-wait-passes: 1m }\n"));
        Assert.Equal(new MutualAid { WhenWaitPasses = TimeSpan.FromMinutes(1), Reserve = 2 }, set!.Queues.AidFor("north"));
        Assert.Equal(2, set.Queues.AidFor("east").Reserve);
    }

    [Theory]
    [InlineData("urgent-ahead: 10m", "urgent-ahead: 5h", "time-out-of-range", "urgent-ahead: 5h")]
    [InlineData("handling: 8m", "handling: 0s", "time-out-of-range", "handling: 0s")]
    [InlineData("handling: 8m", "handling: eight", "not-duration", "handling: eight")]
    [InlineData("keep-idle: 0", "keep-idle: -1", "not-number", "aid: { when-wait-passes: 20s, keep-idle: -1")]
    [InlineData("keep-idle: 1", "keep-idle: one", "not-number", "crisis: { keep-idle: one")]
    [InlineData("crisis: { keep-idle", "crisis: { keep-free", "unknown-field", "crisis: { keep-free")]
    [InlineData("  toronto: {", "  torotno: {", "unknown-region", "  torotno")]
    [InlineData("levels: [20s, 90s]", "levels: [20s, 9h]", "time-out-of-range", "figures: { short-abandon: 10s, levels: [20s, 9h")]
    [InlineData("attempts: 3", "attempts: 11", "not-number", "callback: { attempts: 11")]
    [InlineData("after: [15m, 60m]", "after: [1s, 60m]", "time-out-of-range", "callback: { attempts: 3, after: [1s")]
    [InlineData("expires: 24h", "expires: 48h", "time-out-of-range", "callback: { attempts: 3, after: [15m, 60m], expires: 48h")]
    [InlineData("\"21:00-09:00\"", "\"21-9\"", "not-hours", "callback: { attempts: 3, after: [15m, 60m], expires: 24h, quiet: \"21-9\"")]
    [InlineData("expires: 24h", "from: \"+19005550123\"", "callback-from", "callback: { attempts: 3, after: [15m, 60m], from: \"+19005550123\"")]
    [InlineData("expires: 24h", "offered: maybe", "not-yes-no", "callback: { attempts: 3, after: [15m, 60m], offered: maybe")]
    [InlineData("all-busy: 2m", "all-bsy: 2m", "unknown-field", "speaker: { none-signed-in: 30s, all-bsy")]
    public void Read_Broken_IsAFindingWhereItStands(string old, string now, string code, string at) =>
        BrokenFiles.Expect(BrokenFiles.Change(QueuesReader.File, old, now), code, QueuesReader.File, at);

    [Theory]
    [InlineData("languages: [en, es], crisis: yes", "languages: [en, es], little-of: [xx], crisis: yes", "unknown-language")]
    [InlineData("languages: [en, es], crisis: yes", "languages: [en, es], knows: [nroth], crisis: yes", "unknown-region")]
    public void Agent_WithASkillThatIsNone_IsAFinding(string old, string now, string code) =>
        BrokenFiles.Expect(BrokenFiles.Change("places.yaml", old, now), code, "places.yaml", "      - { id: toronto-1");
}
