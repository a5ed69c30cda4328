using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Webhooks;

/// <summary>The carrier sends things twice, late and out of order.</summary>
public sealed class RepetitionTests(SharedService shared) : IClassFixture<SharedService>
{
    private const int Times = 64;

    private ServiceUnderTest Service => shared.Service;

    [Fact]
    public async Task Inbound_SixtyFourAtOnce_IsOneCallAndOneAnswer()
    {
        var sid = Webhook.NewSid();
        var answers = await Parallel(Webhook.Inbound(sid));
        Assert.Equal((200, "text/xml"), Assert.Single(answers.Select(a => (a.Status, a.Type)).Distinct()));
        Assert.Single(answers.Select(a => a.Body).Distinct());
        Assert.Single(await Facts(sid), fact => fact.StartsWith("call to", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Step_SixtyFourAtOnce_IsOneStepAndOneAnswer()
    {
        var sid = Webhook.NewSid();
        await Webhook.Inbound(sid).Send(Service);
        var answers = await Parallel(Webhook.Step(sid, 1, "2"));
        Assert.Equal(200, Assert.Single(answers.Select(a => a.Status).Distinct()));
        Assert.Contains("<Enqueue", Assert.Single(answers.Select(a => a.Body).Distinct()), StringComparison.Ordinal);
        Assert.Single(await Facts(sid), fact => fact.StartsWith("answer to turn 1", StringComparison.Ordinal));
        var shown = await Service.Command("show", sid, "--json");
        Assert.Equal(0, shown.Code);
        Assert.Contains("\"language\": \"fr\"", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_ForATurnThatIsOver_GetsTheCurrentDocumentAndStepsNothing()
    {
        var sid = Webhook.NewSid();
        await Webhook.Inbound(sid).Send(Service);
        var first = await Webhook.Step(sid, 1, "2").Send(Service);
        var late = await Webhook.Step(sid, 1, "9").Send(Service);
        Assert.Equal(first.Body, late.Body);
        var story = await Service.Admin($"calls/{sid}");
        Assert.Equal("general", story.GetProperty("priority").GetString());
        Assert.Equal("fr", story.GetProperty("language").GetString());
    }

    [Fact]
    public async Task Status_OutOfOrderLateAndTwice_EndsTheCallOnce()
    {
        var sid = Webhook.NewSid();
        await Webhook.Inbound(sid).Send(Service);
        foreach (var (status, number) in ((string, int)[])[("completed", 3), ("completed", 3), ("in-progress", 2), ("ringing", 1), ("completed", 3)])
            Assert.Equal(200, (await Webhook.Status(sid, status, number).Send(Service)).Status);
        var story = await Service.Admin($"calls/{sid}");
        Assert.Equal("ended", story.GetProperty("phase").GetString());
        Assert.Single(story.GetProperty("facts").EnumerateArray(), f => f.GetRawText().Contains("Ended by", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_OfACallThatNobodyKnows_StartsNothing()
    {
        var sid = Webhook.NewSid();
        Assert.Equal(200, (await Webhook.Status(sid, "completed", 0).Send(Service)).Status);
        Assert.DoesNotContain(sid, (await Service.Admin("calls?most=1000")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbound_ReplayedAfterTheEnd_StartsNothing()
    {
        var sid = Webhook.NewSid();
        await Webhook.Inbound(sid).Send(Service);
        await Webhook.Status(sid, "completed", 0).Send(Service);
        var (status, _, body) = await Webhook.Inbound(sid).Send(Service);
        Assert.Equal(200, status);
        Assert.Contains("<Hangup", body, StringComparison.Ordinal);
        Assert.Equal("ended", (await Service.Admin($"calls/{sid}")).GetProperty("phase").GetString());
    }

    [Fact]
    public async Task Step_OfACallWhoseFirstWebhookWasLost_GoesOn()
    {
        var sid = Webhook.NewSid();
        var (status, _, body) = await Webhook.Step(sid, 1, "2").Send(Service);
        Assert.Equal(200, status);
        Assert.DoesNotContain("<Hangup", body, StringComparison.Ordinal);
        Assert.Equal("toronto", (await Service.Admin($"calls/{sid}")).GetProperty("region").GetString());
    }

    private Task<(int Status, string Type, string Body)[]> Parallel(Webhook webhook) =>
        Task.WhenAll(Enumerable.Range(0, Times).Select(_ => Task.Run(() => webhook.Send(Service))));

    private async Task<string[]> Facts(string sid) =>
        [.. (await Service.Admin($"calls/{sid}")).GetProperty("facts").EnumerateArray().Select(f => f.GetProperty("what").GetString()!)];
}
