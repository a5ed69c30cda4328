using System.Text.Json;
using Community211.Ivr.Host.Commands;
using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Tests.Recordings;

/// <summary><c>show</c> as it is typed.</summary>
public sealed class ShowCommandTests
{
    private const int Webhooks = 3;

    [Fact]
    public async Task Show_List_NamesTheCall()
    {
        await using var service = await AdminStandIn.Start(Webhooks);
        var (code, said, _) = await service.Type("show");
        Assert.Equal(CommandLine.Yes, code);
        Assert.Matches($"^{service.Call.Recording.CallSid}  .*Z  east · fr · general · waiting\n$", said);
    }

    [Fact]
    public async Task Show_Call_TellsItsStoryWithReasons()
    {
        await using var service = await AdminStandIn.Start(Webhooks);
        var (code, said, _) = await service.Type("show", "last");
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains("Language fr: the caller chose it.", said, StringComparison.Ordinal);
        Assert.Contains("  queue        east\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("+1613236", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_Json_IsOneObject()
    {
        await using var service = await AdminStandIn.Start(Webhooks);
        var (code, said, _) = await service.Type("show", service.Call.Recording.CallSid, "--json");
        Assert.Equal((CommandLine.Yes, "fr"), (code, JsonSerializer.Deserialize<JsonElement>(said).GetProperty("language").GetString()));
    }

    [Fact]
    public async Task Show_Save_WritesARecordingThatReplays()
    {
        await using var service = await AdminStandIn.Start(Webhooks);
        var file = service.PathOf("saved.json");
        var (code, said, _) = await service.Type("show", "last", "--save", file, "--note", "Chooses French.");
        Assert.Equal((CommandLine.Yes, $"Saved {Webhooks} webhooks and 0 requests to {file}.\n"), (code, said));
        var recording = RecordingFile.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal("Chooses French.", recording.Note);
        Assert.Empty(await Shipped.Replay(recording, Shipped.Flows));
    }

    [Fact]
    public async Task Show_SaveForgottenCall_SaysThatItCannotBeReplayed()
    {
        await using var service = await AdminStandIn.Start(Webhooks);
        await service.Call.Store.Forget(service.Call.Recording.CallSid, TestContext.Current.CancellationToken);
        var file = service.PathOf("saved.json");
        var (code, said, _) = await service.Type("show", "last", "--save", file);
        Assert.Equal(CommandLine.Yes, code);
        Assert.EndsWith("because the private data of this call was forgotten. It cannot be replayed.\n", said, StringComparison.Ordinal);
        Assert.Equal(CommandLine.No, (await Typed.Run("replay", file)).Code);
    }

    [Fact]
    public async Task Show_SaveToAnUnwritablePlace_IsAskedWrongly()
    {
        await using var service = await AdminStandIn.Start(Webhooks);
        var file = Path.Combine(service.Configuration, "saved.json");
        var (code, _, errors) = await service.Type("show", "last", "--save", file);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.StartsWith($"{file} cannot be written: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_SaveWithoutCall_IsAskedWrongly()
    {
        await using var service = await AdminStandIn.Start(0);
        Assert.Equal((CommandLine.AskedWrongly, "", "--save needs a CALL: its CallSid, or 'last'.\n"), await service.Type("show", "--save", "x.json"));
    }

    [Theory]
    [InlineData("show", "CA00000000000000000000000000000009")]
    [InlineData("show", "CA00000000000000000000000000000009", "--save", "x.json")]
    public async Task Show_UnknownCall_AnswersNo(params string[] words)
    {
        await using var service = await AdminStandIn.Start(Webhooks);
        Assert.Equal((CommandLine.No, "No call CA00000000000000000000000000000009 is known. 'show' without a call lists the newest.\n", ""), await service.Type(words));
    }

    [Fact]
    public async Task Show_NoCallYet_SaysSo()
    {
        await using var service = await AdminStandIn.Start(0);
        Assert.Equal((CommandLine.Yes, "No call yet.\n", ""), await service.Type("show"));
        Assert.Equal((CommandLine.No, "No call yet.\n", ""), await service.Type("show", "last"));
    }

    [Fact]
    public async Task Show_ServiceDoesNotRun_AnswersNoAndSaysHowToStartIt()
    {
        await using var service = await AdminStandIn.Start(0);
        await service.Stop();
        var (code, _, errors) = await service.Type("show");
        Assert.Equal(CommandLine.No, code);
        Assert.StartsWith("Nobody answers: ", errors, StringComparison.Ordinal);
        Assert.EndsWith("Start it with: dotnet run --project src/Community211.Ivr.Host\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_ServiceNeverRanHere_IsAskedWrongly()
    {
        await using var service = await AdminStandIn.Start(0);
        File.Delete(service.TokenFile);
        var (code, _, errors) = await service.Type("show");
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.StartsWith($"There is no admin token at {service.TokenFile}: the service has not run here yet.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_AnotherServicesToken_IsAskedWrongly()
    {
        await using var service = await AdminStandIn.Start(0);
        await File.WriteAllTextAsync(service.TokenFile, new string('0', 64), TestContext.Current.CancellationToken);
        var (code, _, errors) = await service.Type("show");
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.Contains("answered 401", errors, StringComparison.Ordinal);
        Assert.Contains("The admin token is missing or wrong.", errors, StringComparison.Ordinal);
    }
}
