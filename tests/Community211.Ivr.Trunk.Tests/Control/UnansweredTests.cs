using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Control;
using Community211.Ivr.Trunk.Tests.Drivers;
using Microsoft.AspNetCore.Http;

namespace Community211.Ivr.Trunk.Tests.Control;

/// <summary>Whatever no route takes, and what fails in one, is answered in a sentence all the same.</summary>
public sealed class UnansweredTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/sim/log?after=x", 400, "'after' is 'x'. Allowed: a whole number from 0 up.")]
    [InlineData("GET", "/sim/log?after=99999999999999999999", 400, "'after' is '99999999999999999999'")]
    [InlineData("GET", "/sim/log?documents=maybe", 400, "'documents' is 'maybe'. Allowed: true or false.")]
    [InlineData("GET", "/sim/events?after=x", 400, "'after' is 'x'")]
    [InlineData("GET", "/sim/events?answers=911", 400, "'answers': '911' is a short code")]
    [InlineData("POST", "/sim/callers", 405, "POST is not possible at /sim/callers. Allowed: GET.")]
    [InlineData("OPTIONS", "/sim/calls", 405, "Allowed: GET, POST.")]
    [InlineData("GET", "/sim/config", 405, "Allowed: PUT.")]
    [InlineData("DELETE", "/", 405, "Allowed: GET.")]
    [InlineData("GET", "/sim/nothing", 404, "There is no /sim/nothing: the phone is at /, the control API under /sim,")]
    [InlineData("GET", "/nothing", 404, "There is no /nothing")]
    public async Task Request_ThatNothingTakes_IsToldWhatThereIs(string method, string path, int status, string words)
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        using var answer = await trunk.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Token);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(words, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["error"], StringComparison.Ordinal);
        Assert.Equal(status == 405, answer.Content.Headers.Allow.Count > 0);
    }

    [Fact]
    public async Task Head_OfAPage_IsToldTheMethods()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        using var answer = await trunk.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"), Token);
        Assert.Equal((405, "GET"), ((int)answer.StatusCode, Assert.Single(answer.Content.Headers.Allow)));
    }

    [Fact]
    public async Task Defect_OfTheTrunk_IsAnsweredInASentenceAndToldInTheLog()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        context.Request.Path = "/sim/calls";
        await new Refusals(trunk.Exchange).Handle(context, _ => throw new InvalidOperationException("a defect"));
        Assert.Equal(500, context.Response.StatusCode);
        context.Response.Body.Position = 0;
        Assert.StartsWith("The trunk failed on this request", (string?)(await JsonNode.ParseAsync(context.Response.Body, cancellationToken: Token))!["error"], StringComparison.Ordinal);
        await trunk.Time.WhenIdle();
        Assert.Contains(trunk.Exchange.Log.After(0), line => line.Contains("a defect", StringComparison.Ordinal) && line.Contains("/sim/calls", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dial_OfNothing_IsToldWhatToDial()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var answer = await trunk.Http.PostAsJsonAsync("/sim/calls", new { from = "anonymous", to = "", fast = false, phone = true }, Token);
        Assert.Equal("'to' is empty: give the number to dial, 211 or one of the account's.", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["error"]);
    }
}
