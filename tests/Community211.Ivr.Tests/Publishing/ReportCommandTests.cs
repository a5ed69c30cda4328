using System.Collections.Immutable;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows;
using Community211.Ivr.Host.Commands;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Publishing;

/// <summary><c>report</c> as it is typed.</summary>
public sealed class ReportCommandTests
{
    [Fact]
    public async Task Report_OfToday_CountsEachCallOnceAndTellsNoSmallGroup()
    {
        await using var service = await WithCalls();

        var (code, said, errors) = await service.Type("report", "--csv");

        Assert.Equal((CommandLine.Yes, ""), (code, errors));
        Assert.Equal(
            [
                "region,offered,answered,abandoned,short,left-before-line,outside,callbacks,callbacks-kept,callbacks-not-reached,waiting,moved-on,transferred,region-corrected,no-need,met,unmet,crisis-chosen,crisis-confirmed,crisis-mistaken,surveyed,asa-s,longest-s,talk-s,forecast-error-s,within-20s,within-90s,in-region,satisfied,helped,follow-up",
                "north,<5,0,<5,0,0,0,0,0,0,0,0,0,0,0,0,0,<5,0,0,0,,,,,,,,,,",
                "toronto,7,6,0,0,0,0,0,0,0,<5,0,0,0,0,0,0,0,0,0,0,45,70,60,,33.3%,100.0%,100.0%,,,",
                "all,9,6,2,0,0,0,0,0,0,1,0,0,0,0,0,0,2,0,0,0,45,70,60,,25.0%,75.0%,100.0%,,,",
            ],
            said.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Report_AsJson_LeavesOutWhatIsSmall()
    {
        await using var service = await WithCalls();
        using var told = JsonDocument.Parse((await service.Type("report", "--json", "--by", "priority")).Said);
        var rows = told.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("priority").GetString()!);
        Assert.Equal((JsonValueKind.Null, 9, 0.25m), (rows["crisis"].GetProperty("offered").ValueKind, rows["all"].GetProperty("offered").GetInt32(), rows["all"].GetProperty("within-20s").GetDecimal()));
    }

    [Fact]
    public async Task Report_OfYesterday_HasNoCalls()
    {
        await using var service = await WithCalls();
        var (code, said, _) = await service.Type("report", "--from", "2026-11-22", "--until", "2026-11-23");
        Assert.Equal(CommandLine.Yes, code);
        Assert.StartsWith("Calls from 2026-11-22 00:00 until 2026-11-23 00:00, counted 2026-11-23 07:00.", said, StringComparison.Ordinal);
        Assert.EndsWith("\n", said, StringComparison.Ordinal);
        Assert.Equal("all", said.TrimEnd().Split('\n')[^1].Split(' ')[0]);
    }

    [Fact]
    public async Task Report_OfNeeds_CountsTypesByRegionAndLeavesOutCallsWithoutANeed()
    {
        await using var service = await WithNotes();

        Assert.Equal(
            [
                "inquiry,region,noted,met,unmet",
                "counselling,north,5,0,5",
                "counselling,all,5,0,5",
                "food,north,<5,<5,0",
                "food,toronto,6,6,0",
                "food,all,7,7,0",
            ],
            Lines((await service.Type("report", "--by", "inquiry", "--csv")).Said));
        Assert.Equal(["inquiry,region,why,unmet", "counselling,north,full,5", "counselling,all,,5"], Lines((await service.Type("report", "--by", "unmet", "--csv")).Said));
        Assert.Equal(["service,region,noted,met,unmet", "food-clothing-shelter,north,<5,<5,0", "food-clothing-shelter,toronto,6,6,0", "food-clothing-shelter,all,7,7,0"], Lines((await service.Type("report", "--by", "service", "--csv")).Said));
        using var told = JsonDocument.Parse((await service.Type("report", "--json")).Said);
        var all = told.RootElement.GetProperty("rows").EnumerateArray().Last();
        Assert.Equal((8, 1, 7, 5), (Number(all, "offered"), Number(all, "no-need"), Number(all, "met"), Number(all, "unmet")));
        Assert.Equal((7, 5, 1), (Number(all, "crisis-chosen"), Number(all, "crisis-confirmed"), Number(all, "crisis-mistaken")));
        Assert.Equal((6, 0.667m, 1.0m), (Number(all, "surveyed"), all.GetProperty("satisfied").GetDecimal(), all.GetProperty("helped").GetDecimal()));
        Assert.Equal(JsonValueKind.Null, all.GetProperty("follow-up").ValueKind);
    }

    [Theory]
    [InlineData("--from", "yesterday", "'yesterday' is no time")]
    [InlineData("--until", "2020-01-01", "--until is not after --from")]
    [InlineData("--from", "2020-01-01", "at most 366 days later")]
    [InlineData("--by", "colour", "colour")]
    [InlineData("--json", "--csv", "Choose one")]
    public async Task Report_AskedWrongly_SaysWhatToDo(string option, string value, string sentence)
    {
        await using var service = await PublishingService.Started();
        var (code, _, errors) = await service.Type("report", option, value);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    /// <summary>Six answered in Toronto after 20 to 70 s, one who waits there, two in crisis in the north who gave up.</summary>
    private static async Task<PublishingService> WithCalls()
    {
        var service = await PublishingService.Started();
        var began = service.Clock.GetUtcNow().AddHours(-1);
        for (var i = 0; i < 9; i++)
        {
            var state = new CallState
            {
                Sid = $"CA{i}",
                Revision = "r",
                To = "+14165550100",
                StartedAt = began,
                Flow = new FlowState { Region = i < 7 ? "toronto" : "north", Language = "en", Priority = i < 7 ? Priority.General : Priority.Crisis, ArrivedAt = began },
                Talks = i < 6 ? [new Talk("toronto-1", Contact: false, began.AddSeconds(i < 2 ? 20 : i == 2 ? 40 : i == 3 ? 50 : 70), began.AddSeconds(i < 2 ? 80 : i == 2 ? 100 : i == 3 ? 110 : 130))] : [],
                EndedAt = i == 6 ? null : began.AddMinutes(i < 6 ? 5 : 1),
            };
            await service.Store.Commit(new CommitUnit { Call = new CallWrite(state.Sid, 0, null, began, "{}", CallJson.Write(state), null, null, i != 6, "") }, TestContext.Current.CancellationToken);
        }
        return service;
    }

    /// <summary>Six met food in Toronto, five of them with violence in the north that was not met; one food in the north; one silent.</summary>
    private static async Task<PublishingService> WithNotes()
    {
        var service = await PublishingService.Started();
        var began = service.Clock.GetUtcNow().AddHours(-1);
        for (var i = 0; i < 8; i++)
        {
            NotedNeed food = new("food", ["food-clothing-shelter"], NeedOutcome.Met);
            ImmutableArray<WrapUp> notes = i switch
            {
                < 5 => [new WrapUp("a", began) { Needs = [food], CallerRegion = "toronto", Crisis = true }, new WrapUp("b", began) { Needs = [new("violence", [], NeedOutcome.Unmet, "full")], NeedRegion = "north" }],
                5 => [new WrapUp("a", began) { Needs = [food], Crisis = false }],
                6 => [new WrapUp("a", began) { Needs = [food], NeedRegion = "north" }],
                _ => [new WrapUp("a", began) { NoNeed = "silent" }],
            };
            var state = new CallState
            {
                Sid = $"CA{i}",
                Revision = "r",
                To = "+14165550100",
                StartedAt = began,
                Flow = new FlowState
                {
                    Region = "toronto",
                    Priority = Priority.Crisis,
                    ArrivedAt = began,
                    Answers = i < 6 ? [new Given("satisfied", i < 4 ? "yes" : "no"), new Given("helped", "yes"), .. i < 2 ? [new Given("follow-up", "yes")] : Array.Empty<Given>()] : [],
                },
                ChosenPriority = i == 7 ? Priority.General : null,
                WrapUps = notes,
                Talks = [new Talk("toronto-1", Contact: false, began.AddSeconds(10), began.AddSeconds(20))],
                EndedAt = began.AddMinutes(1),
            };
            await service.Store.Commit(new CommitUnit { Call = new CallWrite(state.Sid, 0, null, began, "{}", CallJson.Write(state), null, null, true, "") }, TestContext.Current.CancellationToken);
        }
        return service;
    }

    private static string[] Lines(string said) => said.TrimEnd().Split('\n');

    private static int Number(JsonElement row, string column) => row.GetProperty(column).GetInt32();
}
