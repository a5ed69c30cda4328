using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Calls;

/// <summary>The second deployment's menu leads to an outside line: whoever is answered there talks, and nobody is lost.</summary>
public sealed class TransferTests : IDisposable
{
    private const string CrisisLine = "+15065550150";
    private readonly EditedFlows _flows = new("tests/deployments/new-brunswick");

    public TransferTests()
    {
        // The menu is there by day; tests run at night too. Recordings lie in a subfolder, which is not copied.
        _flows.Edit("calendars.yaml", "weekly: { monday-friday: [\"08:00-18:00\"], saturday-sunday: [] }\n    holidays: { nouveau-brunswick: [] }", "weekly: { monday-sunday: [\"00:00-24:00\"] }");
        _flows.Edit("new-brunswick.calls.yaml", "  \"At night, no menu\": { when: \"2026-11-24 23:00\", expect: { line: personne, path: [..., ouvert, personne, besoin] } }\n", "");
        File.Delete(Path.Combine(_flows.Path, "audio.yaml"));
    }

    public void Dispose() => _flows.Dispose();

    [Fact]
    public async Task Transfer_SomebodyAnswers_TheyTalk()
    {
        await using var service = await ServiceUnderTest.Started(_flows.Setting);
        var call = await service.Trunk.Call("+15065550123", ("to", "+15065550100"), ("fast", true), ("talk", 1), ("script", Script.Press("2", "1")));
        var talks = await call.Heard("talking");
        Assert.Equal(CrisisLine, talks.GetProperty("with").GetString());
        await call.Heard("ended");
        Assert.Contains("Brought to crisis-line", (await service.Admin($"calls/{call.Sid}")).GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-answer")]
    [InlineData("busy")]
    public async Task Transfer_NobodyAnswers_TheCallerIsInLineAndReachesAPerson(string answer)
    {
        await using var service = await ServiceUnderTest.Started(_flows.Setting);
        await service.Trunk.Person(CrisisLine, new { answer });
        var (code, report) = await service.Call("--from", "+15065550123", "--to", "+15065550100", "--press", "2,1", "--fast");
        Assert.Equal(0, code);
        Assert.Equal(("nouveau-brunswick", "nb-1"), (report.GetProperty("queue").GetString(), report.GetProperty("answeredBy").GetString()));
        Assert.Contains(report.GetProperty("reasons").EnumerateArray(), r => r.GetString() == "crisis-line was not reached.");
    }
}
