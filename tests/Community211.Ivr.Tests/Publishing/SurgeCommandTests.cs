using System.Collections.Immutable;
using Community211.Ivr.Host.Commands;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Tests.Publishing;

/// <summary><c>surge</c> as it is typed: who calls hears of it at once, without anybody waiting for the store.</summary>
public sealed class SurgeCommandTests
{
    [Fact]
    public async Task Surge_OpenedForSixHours_IsOpenUntilThen()
    {
        await using var service = await PublishingService.Started();
        Assert.Equal((CommandLine.Yes, "No calendar is open.\n", ""), await service.Type("surge"));
        Assert.Equal(
            (CommandLine.Yes, "surge is open until 2026-11-23 18:00Z, since 2026-11-23 12:00Z, by ana: River\n", ""),
            await service.Type("surge", "open", "surge", "--for", "6h", "--note", "River", "--who", "ana"));
        Assert.Equal(["surge"], Open(service));
        Assert.EndsWith("Next change: surge closes 2026-11-23 18:00Z.\n", (await service.Type("surge")).Said, StringComparison.Ordinal);
        service.Clock.Advance(TimeSpan.FromHours(6));
        Assert.Empty(Open(service));
    }

    [Fact]
    public async Task Surge_OpenedUntilALocalTime_EndsThen()
    {
        await using var service = await PublishingService.Started();
        var (code, said, _) = await service.Type("surge", "open", "surge", "--until", "2026-11-24 18:00", "--who", "ana");
        Assert.Equal((CommandLine.Yes, "surge is open until 2026-11-24 23:00Z, since 2026-11-23 12:00Z, by ana\n"), (code, said));
    }

    [Fact]
    public async Task Surge_ClosedEarly_IsClosedAtOnce()
    {
        await using var service = await PublishingService.Started();
        await service.Type("surge", "open", "surge", "--for", "2d");
        Assert.Equal((CommandLine.Yes, "surge is closed.\n", ""), await service.Type("surge", "close", "surge"));
        Assert.Empty(Open(service));
        Assert.Equal((CommandLine.No, "The calendar 'surge' is not open. 'surge' lists those that are.\n", ""), await service.Type("surge", "close", "surge"));
    }

    [Theory]
    [InlineData("around-the-clock")]
    [InlineData("storm")]
    public async Task Surge_CalendarThatStaffMayNotOpen_AnswersNoAndNamesThoseTheyMay(string calendar)
    {
        await using var service = await PublishingService.Started();
        Assert.Equal(
            (CommandLine.No, $"There is no calendar '{calendar}' that staff may open. They may open: callback-hours, surge.\n", ""),
            await service.Type("surge", "open", calendar, "--for", "6h"));
    }

    [Theory]
    [InlineData("--for", "32d")]
    [InlineData("--for", "0h")]
    [InlineData("--for", "long")]
    [InlineData("--for", "99999999999h")]
    [InlineData("--until", "2026-11-23 06:00")]
    [InlineData("--until", "2026-12-25 06:00")]
    [InlineData("--until", "tomorrow")]
    public async Task Surge_EndThatIsNotAllowed_IsAskedWrongly(string option, string value)
    {
        await using var service = await PublishingService.Started();
        var (code, _, errors) = await service.Type("surge", "open", "surge", option, value);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.Contains("Allowed: for: 90m, 6h or 2d", errors, StringComparison.Ordinal);
        Assert.Empty(Open(service));
    }

    [Fact]
    public async Task Surge_OpenedOnAnotherNode_IsKnownAfterTheNextLook()
    {
        await using var one = await PublishingService.Started();
        await using var two = await PublishingService.Started(one.Store);
        await one.Type("surge", "open", "surge", "--for", "90m");
        Assert.Empty(Open(two));
        await two.Look();
        Assert.Equal(["surge"], Open(two));
    }

    private static ImmutableArray<string> Open(PublishingService service) => service.Get<OpenCalendars>().At(service.Clock.GetUtcNow(), "c").Open;
}
