using Community211.Ivr.Queues;
using CsCheck;

namespace Community211.Ivr.Tests.Queues;

/// <summary>What is said of a wait.</summary>
public sealed class ForecastTests
{
    private static readonly MatchRules Rules = FloorGenerator.Plain with { Handling = TimeSpan.FromSeconds(300), Aid = new MutualAid { WhenWaitPasses = TimeSpan.FromHours(1) } };

    [Fact]
    public void Of_OwnRegionAlone_IsThoseBeforeTimesTheAverageCallByThePeopleThere()
    {
        var all = Of([Caller("a"), Caller("b"), Caller("c") with { Priority = Priority.Crisis }], Busy("toronto"), Busy("toronto"));
        Assert.Equal(new Forecast(2, 300), all["a"]);
        Assert.Equal(new Forecast(3, 450), all["b"]);
        Assert.DoesNotContain("c", all.Keys);
    }

    [Fact]
    public void Of_ProvinceOpensLater_IsNotForeseenBeforeThat()
    {
        var caller = Caller("a") with { Members = [.. Caller("a").Members, new QueueMember(FloorGenerator.Pool, TimeSpan.FromSeconds(120), Contact: false)] };
        AgentState[] many = [Busy("toronto"), .. Enumerable.Range(0, 9).Select(_ => Busy("east"))];
        Assert.Equal(120, Of([caller], many)["a"].Wait);
    }

    [Fact]
    public void Of_NobodyThere_IsThePlaceAlone() => Assert.Equal(new Forecast(1, null), Of([Caller("a")])["a"]);

    [Fact]
    public void Of_FrenchIsOwed_CountsThoseWhoSpeakIt()
    {
        var french = Caller("f") with { Language = "fr", LanguageNeed = LanguageNeed.Owed };
        var all = Of([Caller("a"), Caller("b"), french], Busy("toronto"), Busy("toronto"), Busy("toronto") with { Languages = ["fr"] });
        Assert.Equal(new Forecast(3, 300), all["f"]);
    }

    [Fact]
    public void Of_AnyFloor_NobodyIsForeseenAfterWhoeverComesBehindThemInTheSameLine() =>
        Gen.Select(FloorGenerator.Floor, FloorGenerator.Rules, FloorGenerator.Now).Sample((floor, rules, now) =>
        {
            var all = Forecast.Of(floor, rules, now);
            var places = Standing.Order(floor.Entries, rules.UrgentAhead).Where(e => all.ContainsKey(e.Call))
                .GroupBy(e => e.Members.FirstOrDefault(m => !m.Contact && m.Who != FloorGenerator.Pool)?.Who ?? "").Select(g => g.Select(e => all[e.Call].Place).ToList());
            Assert.All(places, p => Assert.Equal(p.Order(), p));
            Assert.All(all.Values, f => Assert.True(f is { Place: > 0, Wait: null or >= 0 }));
        });

    private static QueueEntry Caller(string call) => new()
    {
        Call = call,
        Phase = CallerPhase.Waiting,
        Region = "toronto",
        Members = [new QueueMember("toronto", TimeSpan.Zero, Contact: false)],
        ArrivedAt = FloorGenerator.Noon,
    };

    private static AgentState Busy(string region) => new() { Id = "", Number = "+14165550171", Region = region, Languages = ["en"], Phase = AgentPhase.Talking };

    private static IReadOnlyDictionary<string, Forecast> Of(QueueEntry[] entries, params AgentState[] agents) =>
        Forecast.Of(new Floor([.. entries], [.. agents.Select((a, i) => a with { Id = $"{i}" })]), Rules, FloorGenerator.Noon);
}
