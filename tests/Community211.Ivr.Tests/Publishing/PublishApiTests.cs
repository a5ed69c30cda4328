using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Tests.Publishing;

/// <summary>The admin API of publishing, as any client meets it.</summary>
public sealed class PublishApiTests
{
    [Theory]
    [InlineData("admin/flows", "{")]
    [InlineData("admin/flows", "")]
    [InlineData("admin/flows", "null")]
    [InlineData("admin/flows", "[1]")]
    [InlineData("admin/flows", """{"files":"all","who":"ana"}""")]
    [InlineData("admin/flows", """{"files":{"ontario.yaml":null},"who":"ana"}""")]
    [InlineData("admin/flows", """{"files":{},"who":"ana"}""")]
    [InlineData("admin/flows", """{"files":{"a.yaml":"a"}}""")]
    [InlineData("admin/flows", """{"files":{"a.yaml":"\ud800"},"who":"ana"}""")]
    [InlineData("admin/flows/back", """{"revision":7}""")]
    [InlineData("admin/flows/back", """{"revision":"abc"}""")]
    [InlineData("admin/openings", """{"calendar":"surge","for":"6h"}""")]
    [InlineData("admin/openings", """{"calendar":"surge","who":"ana"}""")]
    [InlineData("admin/openings", """{"calendar":"surge","who":"ana","for":"6h","until":"2026-11-24 18:00"}""")]
    public async Task Post_WhatIsNoOrder_IsAnsweredWithASentence(string path, string body)
    {
        await using var service = await PublishingService.Started();
        var (status, said) = await service.Send(HttpMethod.Post, path, body);
        Assert.Equal(400, status);
        Assert.NotEmpty(said.GetProperty("error").GetString()!);
        Assert.Equal(1, service.Sets.Now.Publication!.Number);
    }

    [Fact]
    public async Task Post_MoreThanTwentyMegabytes_IsTooLarge()
    {
        await using var service = await PublishingService.Started();
        var (status, said) = await service.Send(HttpMethod.Post, "admin/flows", new string(' ', (20 * 1024 * 1024) + 1));
        Assert.Equal(413, status);
        Assert.StartsWith("The body is larger than 20 MB.", said.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "admin/flows")]
    [InlineData("POST", "admin/flows")]
    [InlineData("POST", "admin/flows/back")]
    [InlineData("GET", "admin/flows/live")]
    [InlineData("GET", "admin/openings")]
    [InlineData("POST", "admin/openings")]
    [InlineData("DELETE", "admin/openings?calendar=surge&who=ana")]
    public async Task Anything_WithoutTheToken_IsRefused(string method, string path)
    {
        await using var service = await PublishingService.Started();
        Assert.Equal(401, (await service.Send(new HttpMethod(method), path, token: "wrong")).Status);
    }

    [Fact]
    public async Task Post_ManyAtOnce_OneWinsAndTheOthersHearWhatChanged()
    {
        await using var service = await PublishingService.Started();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => service.Send(HttpMethod.Post, "admin/flows", Order($"En français, faites le 2{new string('.', i + 2)}", expected: 1)))));
        var winner = Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), answer =>
        {
            Assert.Equal(409, answer.Status);
            Assert.Equal(winner.Said.GetProperty("revision").GetString(), answer.Said.GetProperty("live").GetProperty("revision").GetString());
            Assert.Equal("steps: welcome changed", answer.Said.GetProperty("changed")[0].GetString());
        });
        Assert.Equal(winner.Said.GetProperty("revision").GetString(), service.Sets.Live.Revision);
    }

    [Fact]
    public async Task Post_SentAgainAfterItsAnswerWasLost_IsAnsweredTheSame()
    {
        await using var service = await PublishingService.Started();
        var first = await service.Send(HttpMethod.Post, "admin/flows", Order("En français, faites le 2.", expected: 1));
        var again = await service.Send(HttpMethod.Post, "admin/flows", Order("En français, faites le 2.", expected: 1));
        Assert.Equal((200, first.Said.GetRawText()), (again.Status, again.Said.GetRawText()));
    }

    [Fact]
    public async Task Revision_ThatWasPublished_GivesItsFiles()
    {
        await using var service = await PublishingService.Started();
        var (status, said) = await service.Send(HttpMethod.Get, "admin/flows/live");
        Assert.Equal((200, service.Sets.Live.Revision), (status, said.GetProperty("revision").GetString()));
        Assert.Equal(RealFlow.Files["ontario.yaml"], said.GetProperty("files").GetProperty("ontario.yaml").GetString());
        Assert.Equal(404, (await service.Send(HttpMethod.Get, "admin/flows/000000")).Status);
    }

    [Fact]
    public async Task Health_AfterARefusal_SaysWhatIsLiveAndWhatWasRefused()
    {
        await using var service = await PublishingService.Started();
        await service.Send(HttpMethod.Post, "admin/flows", """{"files":{"a.yaml":"a"},"who":"ana"}""");
        var (status, health) = await service.Send(HttpMethod.Get, "health/ready");
        Assert.Equal((200, service.Sets.Live.Revision), (status, health.GetProperty("flow").GetString()));
        var published = health.GetProperty("published");
        Assert.Equal((1, "first start"), (published.GetProperty("publication").GetInt32(), published.GetProperty("by").GetString()));
        Assert.True(published.GetProperty("lastRefusal").GetProperty("findings").GetInt32() > 0);
        Assert.StartsWith("a.yaml:1:1: ", published.GetProperty("lastRefusal").GetProperty("first").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_Scraped_TellWhatIsLive()
    {
        await using var service = await PublishingService.Started();
        await service.Send(HttpMethod.Post, "admin/flows", """{"files":{"a.yaml":"a"},"who":"ana"}""");
        await service.Send(HttpMethod.Post, "admin/openings", """{"calendar":"surge","for":"6h","who":"ana"}""");
        var said = (await service.Send(HttpMethod.Get, "metrics")).Said.GetString()!;
        Assert.Matches($@"ivr_flow_info\{{.*publication=""1"",revision=""{service.Sets.Live.Revision}""\}} 1", said);
        Assert.Matches(@"ivr_flow_live_since_seconds(\{.*\})? 1795435200", said);
        Assert.Matches(@"ivr_flow_last_refusal_timestamp_seconds(\{.*\})? 1795435200", said);
        Assert.Matches(@"ivr_flow_publications_total(\{.*\})? \d", said);
        Assert.Matches(@"ivr_flow_refusals_total(\{.*\})? \d", said);
        Assert.Matches(@"ivr_calendar_open\{.*calendar=""surge""\} 1", said);
        Assert.Matches(@"ivr_calendar_open\{.*calendar=""around-the-clock""\} 1", said);
    }

    private static string Order(string french, int expected)
    {
        var files = RealFlow.Files.SetItem("ontario.yaml", RealFlow.Files["ontario.yaml"].Replace("Pour le français, faites le 2.", french, StringComparison.Ordinal));
        return JsonSerializer.Serialize(new PublishOrder(files, expected, "ana", null, null), CallJson.Options);
    }
}
