using System.Text.Json;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Calls;

/// <summary>The first call from a second terminal: who is answered by whom, and why.</summary>
public sealed class FirstCallTests(SharedService shared) : IClassFixture<SharedService>
{
    private ServiceUnderTest Service => shared.Service;

    [Theory]
    [InlineData("+14162030123", "toronto")]
    [InlineData("+19052160123", "dufferin-peel")]
    [InlineData("+19052960123", "central-south")]
    [InlineData("+15192500123", "south-west")]
    [InlineData("+17052520123", "central-east")]
    [InlineData("+16132160123", "east")]
    [InlineData("+18072850123", "north")]
    [InlineData("+14165550123", "toronto")]
    public async Task Call_To211_ReachesTheRegionsSpecialist(string from, string region)
    {
        var (code, report) = await Service.Call("--from", from, "--to", "211", "--fast");
        Assert.Equal(0, code);
        Assert.Equal(from, Text(report, "from"));
        Assert.Equal("211", Text(report, "to"));
        Assert.Equal(region, Text(report, "region"));
        Assert.Equal("dialled-number", Text(report, "regionSource"));
        Assert.Equal(region, Text(report, "queue"));
        Assert.StartsWith(region, Text(report, "answeredBy"), StringComparison.Ordinal);
        Assert.Equal("caller", Text(report, "endedBy"));
        Assert.Equal("general", Text(report, "priority"));
        Assert.Null(Text(report, "language"));
        Assert.Equal(["place", "welcome", "person"], report.GetProperty("path").EnumerateArray().Take(3).Select(s => s.GetString()));
        Assert.Contains(report.GetProperty("reasons").EnumerateArray(), r => r.GetString()!.Contains(region, StringComparison.Ordinal));
        Assert.All(report.GetProperty("webhooks").EnumerateArray(), w => Assert.Equal(200, w.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData("anonymous", "211", null, null)]
    [InlineData("anonymous", "+18005550199", null, null)]
    [InlineData("+12125550123", "211", null, null)]
    [InlineData("+16132160123", "+18005550199", "east", "caller-number")]
    public async Task Call_ThroughTheTollFreeNumber_KnowsTheRegionFromTheCallerAtMost(string from, string to, string? region, string? source)
    {
        var (code, report) = await Service.Call("--from", from, "--to", to, "--fast");
        Assert.Equal(0, code);
        Assert.Equal(region, Text(report, "region"));
        Assert.Equal(source, Text(report, "regionSource"));
        Assert.Equal(region ?? "province", Text(report, "queue"));
        Assert.NotNull(Text(report, "answeredBy"));
    }

    [Theory]
    [InlineData("2", "fr")]
    [InlineData("3", "es")]
    public async Task Call_WithALanguageKey_IsAnsweredBySomeoneWhoSpeaksIt(string key, string language)
    {
        // Who has just talked writes it down, and somebody else would be first.
        await Service.FloorIsFree();
        var (code, report) = await Service.Call("--from", "+14162030124", "--press", key, "--fast");
        Assert.Equal(0, code);
        Assert.Equal(language, Text(report, "language"));
        Assert.Contains(report.GetProperty("reasons").EnumerateArray(), r => r.GetString()!.Contains($"Speaks {language}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_InCrisis_IsAnsweredBySomeoneTrainedForIt()
    {
        await Service.FloorIsFree();
        var (code, report) = await Service.Call("--from", "+16132160124", "--press", "9", "--fast");
        Assert.Equal(0, code);
        Assert.Equal("crisis", Text(report, "priority"));
        Assert.StartsWith("east-", Text(report, "answeredBy"), StringComparison.Ordinal);
        Assert.Contains(report.GetProperty("reasons").EnumerateArray(), r => r.GetString()!.Contains("Trained for crisis", StringComparison.Ordinal));
        Assert.Contains("crisis", report.GetProperty("path").EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public async Task Call_WithoutAWord_IsInLineWithinFifteenSeconds()
    {
        var call = await Service.Trunk.Call("+18072850125", ("fast", true), ("talk", 1));
        var queued = await call.Heard("queued");
        Assert.InRange(queued.GetProperty("t").GetDouble(), 0, 15.0);
        await call.Heard("ended");
    }

    [Theory]
    [InlineData("+18072850126", "+18075550100")]
    [InlineData("+14162030126", "+14165550100")]
    [InlineData("anonymous", "+18005550199")]
    public async Task Call_WithoutAWord_IsInLineNoLaterThanTheCheckSays(string from, string to)
    {
        var (_, planned) = await Service.Call("--from", from, "--to", to, "--dry-run", "--at", "2027-01-06 12:00");
        var call = await Service.Trunk.Call(from, ("to", to), ("fast", true), ("talk", 1));
        var queued = await call.Heard("queued");
        Assert.InRange(queued.GetProperty("t").GetDouble(), 0, planned.GetProperty("inLineSeconds").GetDouble());
        await call.Heard("ended");
    }

    [Fact]
    public async Task Call_HungUpBeforeTheLine_IsTheCallersOwnEnd()
    {
        var (code, report) = await Service.Call("--from", "+14162030126", "--hang-up-after", "1s");
        Assert.Equal(0, code);
        Assert.Null(Text(report, "answeredBy"));
        Assert.Null(Text(report, "queue"));
        Assert.Equal("caller", Text(report, "endedBy"));
    }

    [Fact]
    public async Task Call_Shown_TellsTheConversationAndTheVerdict()
    {
        var printed = await Service.Command("call", "--from", "+14162030127", "--press", "2", "--fast");
        Assert.Equal(0, printed.Code);
        foreach (var part in (string[])["hears      [fr-CA]", "presses    2", "in line    queue toronto", "talks      with +1416", "language     fr", "region       toronto", "answered by  toronto-", "ended by     caller", "why"])
            Assert.Contains(part, printed.Output, StringComparison.Ordinal);
        Assert.Empty(printed.Errors);
    }

    [Theory]
    [InlineData("--from is missing", "--from", "--to", "211")]
    [InlineData("not understood", "not understood", "--from", "+14165550123", "--press", "2,x")]
    [InlineData("no time", "no time", "--from", "+14165550123", "--hang-up-after", "soon")]
    [InlineData("unknown number", "+14165550999", "--from", "+14165550123", "--to", "+14165550999")]
    [InlineData("empty caller", "from", "--from", "")]
    [InlineData("unknown option", "--quickly", "--from", "+14165550123", "--quickly")]
    public async Task Call_AskedWrongly_SaysSo(string what, string said, params string[] arguments)
    {
        var printed = await Service.Command(["call", .. arguments]);
        Assert.True(printed.Code == 2, $"{what}: {printed}");
        Assert.Contains(said, printed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", printed.Errors, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement report, string name) => report.GetProperty(name).GetString();
}
