using System.Text;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows;
using Community211.Ivr.Host;
using Community211.Ivr.Host.Commands;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Queues;
using Community211.Ivr.Storage;
using Community211.Ivr.Tests.Doctor;
using Community211.Ivr.Tests.Recordings;

namespace Community211.Ivr.Tests.Publishing;

/// <summary><c>store forget</c> as it is typed, with a service and without.</summary>
public sealed class StoreForgetCommandTests
{
    private const string Number = "+14165550102";

    [Theory]
    [InlineData(Number)]
    [InlineData("(416) 555-0102")]
    [InlineData("1-416-555-0102")]
    public async Task Forget_OfAStoreThatNobodyUses_LeavesNoByteOfTheNumberAndKeepsTheCalls(string written)
    {
        using var house = new House();
        await using (var store = SqliteStore.Open(house.Database, house.Clock))
        {
            await Keep(store, Over("CA1"), Number);
            await Keep(store, Over("CA2"), Number);
            await Keep(store, Over("CA3"), "+14165550103");
        }

        var (code, said, errors) = await Typed.RunAt(house.Clock, "store", "forget", written, "--who", "ana", "--config", house.Configuration);

        Assert.Equal((CommandLine.Yes, "Forgotten: numbers, keys and words of 2 calls.\n", ""), (code, said, errors));
        var bytes = Directory.GetFiles(house.Data).SelectMany(File.ReadAllBytes).ToArray();
        Assert.DoesNotContain("5550102", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("5550102", Encoding.Unicode.GetString(bytes), StringComparison.Ordinal);
        await using var after = SqliteStore.Open(house.Database, house.Clock);
        Assert.Equal([null, null, "+14165550103"], await Task.WhenAll(new[] { "CA1", "CA2", "CA3" }.Select(c => From(after, c))));
        Assert.Empty(await after.CallsFrom(Number, DateTimeOffset.MinValue, TestContext.Current.CancellationToken));
        Assert.Equal(new Forgotten(house.Clock.GetUtcNow(), "ana", 2), Assert.Single(await after.ForgottenNumbers(10, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Forget_WhileTheServiceRuns_IsDoneByIt()
    {
        await using var service = await PublishingService.Started();
        await Keep(service.Store, Over("CA1"), Number);
        Assert.Equal((CommandLine.Yes, "Forgotten: numbers, keys and words of 1 call.\n", ""), await service.Type("store", "forget", Number));
        Assert.Null(await From(service.Store, "CA1"));
        Assert.Equal((CommandLine.Yes, "{\n  \"calls\": 0\n}\n", ""), await service.Type("store", "forget", Number, "--json"));
        var (_, audit) = await service.Send(HttpMethod.Get, "admin/audit");
        Assert.Equal([0, 1], audit.GetProperty("forgotten").EnumerateArray().Select(f => f.GetProperty("calls").GetInt32()));
        Assert.DoesNotContain("0102", audit.GetRawText(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Needed => new() { { "live", "CA2 is live" }, { "risk", "A case of imminent risk is open for CA2" }, { "callback", "CA2 has a callback booked" } };

    [Theory]
    [MemberData(nameof(Needed))]
    public async Task Forget_WhileSomebodyMayNeedIt_IsRefusedAndNothingIsForgotten(string why, string sentence)
    {
        await using var service = await PublishingService.Started();
        await Keep(service.Store, Over("CA1"), Number);
        var state = Over("CA2");
        await Keep(service.Store, why switch
        {
            "live" => state with { Phase = CallerPhase.Talking, EndedAt = null },
            "risk" => state with { Risk = new OpenRisk("toronto-1", state.StartedAt, ["toronto"]) },
            _ => state with { Flow = new FlowState { CallbackAt = state.StartedAt } },
        }, Number);
        var (code, said, _) = await service.Type("store", "forget", Number);
        Assert.Equal(CommandLine.No, code);
        Assert.StartsWith(sentence, said, StringComparison.Ordinal);
        Assert.Equal([Number, Number], await Task.WhenAll(From(service.Store, "CA1"), From(service.Store, "CA2")));
        Assert.Empty(await service.Store.ForgottenNumbers(10, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("911")]
    [InlineData("+19115550102")]
    [InlineData("number")]
    [InlineData("+441632960123")]
    public async Task Forget_OfNoNumber_SaysHowToWriteOne(string written)
    {
        using var house = new House();
        var (code, _, errors) = await Typed.RunAt(house.Clock, "store", "forget", written, "--config", house.Configuration);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.Contains($"'{written}' is no ten-digit number.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_WithoutAStoreOrWithOneThatIsHeld_MakesNothing()
    {
        using var house = new House();
        var (code, _, errors) = await Typed.RunAt(house.Clock, "store", "forget", Number, "--config", house.Configuration);
        Assert.Equal((CommandLine.AskedWrongly, true, false), (code, errors.StartsWith("There is no store at ", StringComparison.Ordinal), Directory.Exists(house.Data)));

        await house.Ran();
        using (OneProcess.Hold(ConfigurationFile.Read(house.Configuration).Settings))
            (code, _, errors) = await Typed.RunAt(house.Clock, "store", "forget", Number, "--config", house.Configuration);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.Contains("cannot be had alone", errors, StringComparison.Ordinal);
    }

    private static CallState Over(string sid)
    {
        var began = new DateTimeOffset(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);
        return new CallState { Sid = sid, Revision = "r", To = "+14165550100", StartedAt = began, Phase = CallerPhase.Ended, EndedAt = began.AddMinutes(5) };
    }

    private static async Task Keep(IStore store, CallState state, string number)
    {
        var secret = CallJson.Write(new PrivatePart(number, Digits: "1", Raw: new RawRequest("POST", "/voice/inbound", [], $"From={number}")));
        var write = new CallWrite(state.Sid, 0, "inbound", state.StartedAt, CallJson.Write<CallEvent>(new CallArrived(state.To)), CallJson.Write(state), null, secret, state.EndedAt is not null, "") { Number = number };
        Assert.Equal(CommitOutcome.Committed, (await store.Commit(new CommitUnit { Call = write }, TestContext.Current.CancellationToken)).Outcome);
    }

    private static async Task<string?> From(IStore store, string call) =>
        (await store.Facts(call, TestContext.Current.CancellationToken))[0].Private is { } hidden ? CallJson.Read<PrivatePart>(hidden).From : null;
}
