using System.Text.Json.Nodes;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Calls;

/// <summary>The callers whom a helpline must not lose, each through the real service; the trunk is the witness of what came of it.</summary>
public sealed class NamedCallersTests(SharedService shared) : IClassFixture<SharedService>
{
    private static readonly JsonObject[] All =
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Built.Root, "src", "Community211.Ivr.Trunk", "Data", "callers.json")))!.AsArray().Select(caller => caller!.AsObject())];

    // Who changes the people behind the numbers would change them for the other callers, too.
    public static TheoryData<string> Together => [.. All.Where(caller => caller["people"] is null).Select(Name)];

    public static TheoryData<string> Alone => [.. All.Where(caller => caller["people"] is not null).Select(Name)];

    private ServiceUnderTest Service => shared.Service;

    [Theory]
    [MemberData(nameof(Together))]
    public Task Caller_ByName_ComesToWhatIsExpected(string name) => Comes(Service, name);

    [Theory]
    [MemberData(nameof(Alone))]
    public async Task Caller_WhoMeetsOthers_ComesToWhatIsExpected(string name)
    {
        await using var service = await ServiceUnderTest.Started(("Calls__WrapUpSeconds", "0"));
        await Comes(service, name);
        await service.EveryLegIsOver();
    }

    [Fact]
    public async Task Caller_WhoIsExpectedElsewhere_IsReportedWithTheReasons()
    {
        var call = await Service.Trunk.Call("+14165550148", ("as", "silent"), ("fast", true), ("expect", new JsonObject
        {
            ["reaches"] = "nobody",
            ["endedBy"] = new JsonArray("service"),
        }));
        var expected = await call.Heard("expected");
        Assert.False(expected.GetProperty("met").GetBoolean());
        Assert.Equal(
            ["The caller was to reach nobody and reached a person.", "The call was to be ended by the service and was ended by the caller."],
            expected.GetProperty("why").EnumerateArray().Select(why => why.GetString()));
        Assert.Equal("expected", call.Events[^1].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Call_WhoseCallerReachesNobody_SaysSoWithCodeOne()
    {
        await using var service = await ServiceUnderTest.Started();
        await service.NobodyAnswers();
        var printing = service.Command("call", "--as", "silent", "--fast");
        await service.Logged("That the caller is in line", e => e.GetProperty("kind").GetString() == "queued");
        var leg = (await service.Trunk.Legs()).Single(l => l.GetProperty("direction").GetString() == "inbound");
        await service.Trunk.Act(leg.GetProperty("callSid").GetString()!, new { hangUp = true });
        var printed = await printing;
        Assert.Equal(1, printed.Code);
        foreach (var part in (string[])["caller       silent: Somebody who", "expected     reaches a person within 60 s", "came true    no", "The caller was to reach a person and reached a line."])
            Assert.Contains(part, printed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_AsSomebody_TellsWhoThatWas()
    {
        var printed = await Service.Command("call", "--as", "jail-phone", "--fast");
        Assert.Equal(0, printed.Code);
        foreach (var part in (string[])["barred     keys 2", "talks      with +1705", "caller       jail-phone: Somebody in jail", "came true    yes"])
            Assert.Contains(part, printed.Output, StringComparison.Ordinal);
        var listed = await Service.Command("call", "--people");
        Assert.Equal(0, listed.Code);
        Assert.Contains("relay-operator", listed.Output, StringComparison.Ordinal);
        Assert.Contains("Expected: reaches a person", listed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Did you mean 'silent'?", "--as", "silnt")]
    [InlineData("--as brings", "--as", "silent", "--from", "+14165550123")]
    [InlineData("--as brings", "--as", "silent", "--to", "211")]
    [InlineData("--people lists them", "--fast")]
    public async Task Call_AsSomebodyWrongly_SaysSo(string said, params string[] arguments)
    {
        var printed = await Service.Command(["call", .. arguments]);
        Assert.Equal(2, printed.Code);
        Assert.Contains(said, printed.Errors, StringComparison.Ordinal);
    }

    private static async Task Comes(ServiceUnderTest service, string name)
    {
        var (code, report) = await service.Call("--as", name, "--fast");
        var expected = report.GetProperty("expected");
        Assert.True(expected.GetProperty("met").GetBoolean(), $"{expected.GetProperty("why")}\n{report}");
        Assert.Equal(0, code);
        Assert.Equal(name, expected.GetProperty("as").GetString());
    }

    private static string Name(JsonObject caller) => (string)caller["name"]!;
}
