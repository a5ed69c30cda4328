using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Host.Workers;
using Community211.Ivr.Queues;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community211.Ivr.Tests.Staff;

/// <summary>Decisions over HTTP and as they are typed.</summary>
public sealed class DecisionApiTests
{
    [Fact]
    public async Task Offer_Made_NamesItsDecisionWhichComesOutTheSameAgain()
    {
        await using var shift = await Shift.Offering();
        var made = (await shift.Store.Facts(Shift.Caller, TestContext.Current.CancellationToken)).Select(f => CallJson.Read<CallEvent>(f.Event)).OfType<OfferMade>().Single();
        var (status, story) = await shift.Service.Send(HttpMethod.Get, $"admin/decisions/{made.Decision}");
        Assert.Equal(200, status);
        Assert.Equal("offered to toronto-1", Assert.Single(story.GetProperty("order").EnumerateArray()).GetProperty("outcome").GetString());
        Assert.Contains("toronto-2", story.GetProperty("free").EnumerateArray().Select(a => a.GetProperty("id").GetString()));
        var why = story.GetProperty("offers")[0].GetProperty("why").EnumerateArray().Select(w => w.GetString()!).ToList();
        Assert.Contains(why, w => w.StartsWith("Not toronto-", StringComparison.Ordinal));
        Assert.True(Assert.Single(story.GetProperty("again").EnumerateArray()).GetProperty("same").GetBoolean());
        Assert.DoesNotContain("+1416", story.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_Typed_IsToldInWordsByNumberByCallAndLast()
    {
        await using var shift = await Shift.Offering();
        var (code, said, errors) = await shift.Service.Type("decision", Shift.Caller);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("     1. CA1  general, toronto, language unknown, 0 s: offered to toronto-1", said, StringComparison.Ordinal);
        Assert.Contains("Made again by its own rules: the same offers.", said, StringComparison.Ordinal);
        Assert.Equal(said, (await shift.Service.Type("decision", "1")).Said);
        Assert.Equal(said, (await shift.Service.Type("decision", "last")).Said);
        Assert.StartsWith("[", (await shift.Service.Type("decision", "1", "--json")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_MadeAgainAfterARuleChanged_TellsWhatWouldBeOther()
    {
        await using var shift = await Shift.Begun();
        var (set, now) = (shift.Service.Sets.Live, shift.Service.Clock.GetUtcNow());
        var floor = new Floor(
            [Waiting("CA1", Priority.General, now.AddMinutes(-5)), Waiting("CA2", Priority.Urgent, now.AddMinutes(-1))],
            [new AgentState { Id = "toronto-1", Number = "+14165550171", Region = "toronto", Languages = ["en"] }]);
        await shift.Store.AddDecision(Decision.Of(floor, Matcher.Plan(floor, set.Queues, now), set.Queues, set.Revision, now), TestContext.Current.CancellationToken);
        shift.Service.Edit("queues.yaml", "urgent-ahead: 10m", "urgent-ahead: 2m");
        Assert.Equal(0, (await shift.Service.Type("publish", "--who", "ana")).Code);

        var (code, said, _) = await shift.Service.Type("decision", "1");

        Assert.Equal(1, code);
        Assert.Contains("Made again by its own rules: the same offers.", said, StringComparison.Ordinal);
        Assert.Contains($"Made again by the rules of {shift.Service.Sets.Live.Revision}, which are live: other offers.", said, StringComparison.Ordinal);
        Assert.Contains("CA1 was offered to nobody, and would be to toronto-1.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999", 1)]
    [InlineData("CA9", 1)]
    [InlineData("../floor", 2)]
    public async Task Decision_NotKnown_SaysWhatToAskFor(string asked, int exit)
    {
        await using var shift = await Shift.Begun();
        var (code, said, errors) = await shift.Service.Type("decision", asked);
        Assert.Equal(exit, code);
        Assert.Contains(asked, said + errors, StringComparison.Ordinal);
        Assert.Equal(404, (await shift.Service.Send(HttpMethod.Get, "admin/decisions/999")).Status);
        Assert.Equal(404, (await shift.Service.Send(HttpMethod.Get, "admin/calls/CA9/decisions")).Status);
    }

    [Fact]
    public async Task Decision_OlderThanItIsKept_IsDropped()
    {
        await using var shift = await Shift.Offering();
        using var worker = new DecisionWorker(shift.Store, shift.Service.Settings, new TurnsAtOnce(), shift.Service.Clock, NullLogger<DecisionWorker>.Instance);
        shift.Service.Clock.Advance(TimeSpan.FromDays(30));
        await worker.Once(TestContext.Current.CancellationToken);
        Assert.NotNull(await shift.Store.LoadDecision(1, TestContext.Current.CancellationToken));
        shift.Service.Clock.Advance(TimeSpan.FromSeconds(1));
        await worker.Once(TestContext.Current.CancellationToken);
        Assert.Null(await shift.Store.LoadDecision(1, TestContext.Current.CancellationToken));
    }

    private static QueueEntry Waiting(string call, Priority priority, DateTimeOffset since) => new()
    {
        Call = call,
        Phase = CallerPhase.Waiting,
        Priority = priority,
        Region = "toronto",
        Members = [new QueueMember("toronto", TimeSpan.Zero, Contact: false)],
        ArrivedAt = since,
        PageAt = since.AddMinutes(5),
        PageSeconds = 30,
    };
}
