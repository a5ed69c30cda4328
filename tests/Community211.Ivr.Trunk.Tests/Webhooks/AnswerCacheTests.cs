using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Webhooks;

public sealed class AnswerCacheTests
{
    // "GET cached by ETag/Last-Modified, POST never."
    [Theory]
    [InlineData("GET", "ETag", "\"v1\"", "If-None-Match", 304)]
    [InlineData("GET", "Last-Modified", "Tue, 03 Nov 2026 10:00:00 GMT", "If-Modified-Since", 304)]
    [InlineData("POST", "ETag", "\"v1\"", "If-None-Match", 200)]
    public async Task Get_ThatDidNotChange_IsAnsweredFromBefore(string method, string header, string value, string condition, int status)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => $"<Redirect method=\"{method}\">/page</Redirect>",
            _ => null,
        });
        trunk.Web.Special = asked =>
        {
            if (asked.Path != "/page")
                return null;
            if (asked.Headers.ContainsKey(condition))
                return StandIn.Status(304);
            var page = StandIn.Xml($"<Response><Say>Page.</Say><Pause length=\"1\"/>{(trunk.Web.At("/page").Count < 3 ? $"<Redirect method=\"{method}\">/page</Redirect>" : "")}</Response>");
            page.Headers.TryAddWithoutValidation(header, value);
            page.Content.Headers.TryAddWithoutValidation(header, value);
            return page;
        };
        var call = await trunk.Place(TrunkDriver.Simple(hangUpAfter: 4));
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal("Page.", call.Heard[1]);
        Assert.Equal(status, call.Of("webhook").Where(told => ((string)told["url"]!).EndsWith("/page", StringComparison.Ordinal)).Select(told => (int)told["status"]!).ElementAt(1));
    }
}
