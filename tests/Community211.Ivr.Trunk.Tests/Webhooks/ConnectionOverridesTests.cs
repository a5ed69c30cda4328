using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Tests.Webhooks;

public sealed class ConnectionOverridesTests
{
    // "`ct` connect timeout 100–10000 ms (5000); `rt` read timeout 100–15000 (15000); `tt` total 100–15000 (15000); `rc` retries 0–5 (1); `rp` policy … (ct)"
    [Fact]
    public void Overrides_WithoutAFragment_AreTheDefaults()
    {
        var overrides = ConnectionOverrides.Of("https://h.test/voice");
        Assert.Equal([5000, 15000, 15000], [overrides.Connect.TotalMilliseconds, overrides.Read.TotalMilliseconds, overrides.Total.TotalMilliseconds]);
        Assert.Equal(1, overrides.Retries);
        Assert.Equal(["ct"], overrides.Policy);
    }

    [Fact]
    public void Overrides_OfAFragment_AreRead()
    {
        var overrides = ConnectionOverrides.Of("https://h.test/voice?a=1#ct=2000&rt=5000&tt=12000&rc=2&rp=ct,rt,5xx&sni=y&e=ashburn");
        Assert.Equal([2000, 5000, 12000], [overrides.Connect.TotalMilliseconds, overrides.Read.TotalMilliseconds, overrides.Total.TotalMilliseconds]);
        Assert.Equal(2, overrides.Retries);
        Assert.Equal(["5xx", "ct", "rt"], overrides.Policy.Order(StringComparer.Ordinal));
        Assert.Empty(overrides.Problems);
        Assert.Contains("e=ashburn", Assert.Single(overrides.NotSimulated), StringComparison.Ordinal);
    }

    // "Illegal value → 11243."
    [Theory]
    [InlineData("ct=99")]
    [InlineData("ct=10001")]
    [InlineData("rt=15001")]
    [InlineData("tt=99")]
    [InlineData("rc=6")]
    [InlineData("rc=-1")]
    [InlineData("rc=")]
    [InlineData("rp=3xx")]
    [InlineData("sni=maybe")]
    [InlineData("e=toronto")]
    [InlineData("rc=5&ct=2000&colour=red")]
    [InlineData("section")]
    public async Task Override_ThatIsIllegal_IsA11243AndTheDefaultsHold(string fragment)
    {
        Assert.Equal(ConnectionOverrides.Default.Retries, ConnectionOverrides.Of("http://h.test/#" + fragment).Retries);
        await using var trunk = await TrunkDriver.Start(
            asked => asked.Path == "/inbound" ? "<Say>Hello.</Say>" : null,
            config => config["numbers"]![0]!["voiceUrl"] = TrunkDriver.Service + "/inbound#" + fragment);
        var call = await trunk.Play();
        Assert.Equal([11243], call.Warnings);
        Assert.Equal(["Hello."], call.Heard);
    }

    private static async Task<(TrunkDriver Trunk, PlacedCall Call)> Play(string fragment, Func<int, HttpResponseMessage?> answers)
    {
        var asked = 0;
        var trunk = await TrunkDriver.Start(
            one => one.Path == "/fallback" ? "<Say>Fallback.</Say>" : one.Path == "/inbound" ? "<Say>Hello.</Say>" : null,
            config => config["numbers"]![0]!["voiceUrl"] = TrunkDriver.Service + "/inbound" + fragment);
        trunk.Web.Special = one => one.Path == "/inbound" ? answers(++asked) : null;
        return (trunk, await trunk.Play());
    }

    // "Default: 1 retry on connect/TLS failure; none for read timeout or 5xx."
    [Theory]
    [InlineData("", 500, 1)]
    [InlineData("#rp=5xx", 500, 2)]
    [InlineData("#rp=5xx&rc=3", 503, 4)]
    [InlineData("#rp=5xx&rc=3", 404, 1)]
    [InlineData("#rp=4xx&rc=2", 404, 3)]
    [InlineData("#rp=all&rc=2", 404, 3)]
    [InlineData("#rp=all&rc=0", 500, 1)]
    public async Task Status_IsTriedAgainWhereThePolicySaysSo(string fragment, int status, int times)
    {
        var (trunk, call) = await Play(fragment, _ => StandIn.Status(status));
        await using var _ = trunk;
        Assert.Equal(times, trunk.Web.At("/inbound").Count);
        Assert.Equal(["Fallback."], call.Heard);
        Assert.Equal("11217", trunk.Web.At("/fallback")[0]["ErrorCode"]);
    }

    // "a unique string, that you can use to distinguish retry attempts"
    [Fact]
    public async Task Retry_ThatIsAnswered_CarriesTheSameTokenAndIsToldAsTheSecondAttempt()
    {
        var (trunk, call) = await Play("#rp=5xx", attempt => attempt == 1 ? StandIn.Status(502) : null);
        await using var _ = trunk;
        Assert.Equal(["Hello."], call.Heard);
        Assert.Single(trunk.Web.At("/inbound").Select(asked => asked.Headers["I-Twilio-Idempotency-Token"]).Distinct());
        var told = call.Of("webhook").Where(one => ((string)one["url"]!).Contains("/inbound", StringComparison.Ordinal)).ToArray();
        Assert.Equal([1, 2], told.Select(one => (int)one["attempt"]!));
        Assert.Equal([502, 200], told.Select(one => (int)one["status"]!));
    }

    // "11205 connect failure / read timeout"; "`rt` read timeout"
    [Theory]
    [InlineData("#rt=2000", 2, 1, "11205")]
    [InlineData("#rt=2000&rp=rt&rc=2", 6, 3, "11205")]
    [InlineData("#rt=4000&tt=6000&rp=rt&rc=5", 6, 2, "11203")]
    [InlineData("#tt=3000", 3, 1, "11203")]
    public async Task Answer_ThatNeverComes_IsGivenUpAsTheUrlSays(string fragment, int seconds, int times, string code)
    {
        await using var trunk = await TrunkDriver.Start(
            one => one.Path == "/fallback" ? "<Say>Fallback.</Say>" : null,
            config =>
            {
                config["numbers"]![0]!["voiceUrl"] = TrunkDriver.Service + "/inbound" + fragment;
                config["faults"] = new JsonArray(new JsonObject { ["on"] = "webhook", ["what"] = "drop-response", ["match"] = new JsonObject { ["path"] = "/inbound" } });
            });
        var began = trunk.Clock.GetUtcNow();
        await trunk.Play();
        Assert.Equal(times, trunk.Web.At("/inbound").Count);
        var fallback = Assert.Single(trunk.Web.At("/fallback"));
        Assert.Equal(code, fallback["ErrorCode"]);
        Assert.Equal(TimeSpan.FromSeconds(seconds), fallback.At - began);
    }
}
