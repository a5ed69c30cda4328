using System.Text.Json;
using Community211.Ivr.Host.Commands;
using Community211.Ivr.Tests.Recordings;

namespace Community211.Ivr.Tests.Flows;

/// <summary><c>call --dry-run</c> as it is typed.</summary>
public sealed class DryRunTests
{
    private static Task<(int Code, string Said, string Errors)> Run(params string[] words) => Typed.Run(["call", "--dry-run", "--config", Path.Combine(Repository.Root, "appsettings.json"), .. words]);

    [Fact]
    public async Task DryRun_FrenchAtNight_SaysWhatHappensAndWhy()
    {
        var (code, said, errors) = await Run("--from", "+18075550123", "--to", "211", "--press", "2,silence,1", "--at", "2026-12-25 21:00", "--open", "callback-hours");
        Assert.Equal((CommandLine.Yes, ""), (code, errors));
        Assert.Contains("+18075550123 dials 211, 2026-12-25 21:00, taken as +18075550100: carriers translate 2-1-1 by the caller's exchange; name a number with --to to be sure", said, StringComparison.Ordinal);
        Assert.Contains("Need shelter (urgent).", said, StringComparison.Ordinal);
        Assert.Contains("The calendar callback-hours is closed.", said, StringComparison.Ordinal);
        Assert.Contains("  may answer   north at once\n  may answer   province after 60 s\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("call back", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+14162030124", "+14165550100")]
    [InlineData("+14372030124", "+14165550100")]
    [InlineData("+16472030124", "+18005550199")]
    [InlineData("+18075550123", "+18075550100")]
    [InlineData("+15065550123", "+18005550199")]
    [InlineData("anonymous", "+18005550199")]
    public async Task DryRun_To211_IsTakenByTheTownElseTheAreaCodeElseTheProvince(string from, string taken)
    {
        var (_, said, _) = await Run("--from", from, "--to", "211", "--at", "2026-11-24 10:00");
        Assert.Contains($"taken as {taken}: carriers translate 2-1-1", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DryRun_ToANumber_IsTakenAsItIs()
    {
        var (_, said, _) = await Run("--from", "+14162030124", "--to", "+18075550100");
        Assert.DoesNotContain("taken as", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-24 10:00", "open")]
    [InlineData("2026-11-24 21:00", "closed")]
    [InlineData("2027-07-01 10:00", "closed")]
    public async Task DryRun_AtATime_GoesByTheCalendar(string at, string word)
    {
        var (_, said, _) = await Run("--from", "anonymous", "--at", at, "--open", "callback-hours");
        Assert.Contains($"callback-hours is {word}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DryRun_Json_HasEveryMember()
    {
        var (code, said, _) = await Run("--from", "anonymous", "--press", "9", "--json");
        var report = JsonSerializer.Deserialize<JsonElement>(said);
        Assert.Equal(CommandLine.Yes, code);
        Assert.Equal(("crisis", "province", "waiting"), (report.GetProperty("priority").GetString(), report.GetProperty("queue").GetString(), report.GetProperty("end").GetString()));
        Assert.Equal(["place", "welcome", "crisis"], report.GetProperty("path").EnumerateArray().Select(p => p.GetString()));
        Assert.Contains(report.GetProperty("mayAnswer").EnumerateArray(), m => m.GetProperty("afterSeconds").GetDouble() == 180);
    }

    [Theory]
    [InlineData("--open", "storm", "no calendar that staff open")]
    [InlineData("--at", "tonight", "is no time")]
    [InlineData("--to", "+19995550100", "no number of ours")]
    [InlineData("--press", "wait:3s", "not understood in a dry run")]
    [InlineData("--hang-up-after", "3s", "belong to a call through the trunk")]
    public async Task DryRun_AskedWrongly_SaysWhatIsAllowed(string option, string value, string sentence)
    {
        var (code, _, errors) = await Run("--from", "anonymous", option, value);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }
}
