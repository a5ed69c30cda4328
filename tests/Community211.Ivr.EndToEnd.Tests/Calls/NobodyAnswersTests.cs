using System.Text.Json;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Calls;

/// <summary>Calls that reach nobody, and commands without a service.</summary>
public sealed class NobodyAnswersTests
{
    [Fact]
    public async Task Call_NobodyAnswers_StaysInLineUntilTheCallerHangsUp()
    {
        await using var service = await ServiceUnderTest.Started();
        await service.NobodyAnswers();
        var (code, report) = await service.Call("--from", "+16132160123", "--press", "2", "--hang-up-after", "6s");
        Assert.Equal(0, code);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("answeredBy").ValueKind);
        Assert.Equal("east", report.GetProperty("queue").GetString());
        Assert.Equal("caller", report.GetProperty("endedBy").GetString());
        await service.FloorIsFree();
        await service.EveryLegIsOver();
    }

    [Fact]
    public async Task Call_WithoutAService_SaysSoWithCodeOne()
    {
        await using var service = new ServiceUnderTest();
        var never = await service.Command("call", "--from", "+14165550123");
        Assert.Equal(2, never.Code);
        Assert.Contains("Start it with", never.Errors, StringComparison.Ordinal);

        await service.Start();
        service.Program.Send(Signals.Terminate);
        await Patience.Of(service.Program.Exited, "The end");
        foreach (var command in (string[][])[["call", "--from", "+14165550123"], ["show"], ["show", "last"]])
        {
            var printed = await service.Command(command);
            Assert.Equal(1, printed.Code);
            Assert.Contains("Is the service running?", printed.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", printed.Errors, StringComparison.Ordinal);
        }
    }
}
