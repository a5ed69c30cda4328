using System.Text;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Faults;

public sealed class FaultRoutesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<(int Status, string Text)> Ask(TrunkDriver trunk, string method, string path, string body = "")
    {
        var answer = await trunk.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") }, Token);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Faults_AreAddedListedReplacedAndEnded()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Hangup/>" : null);
        Assert.Equal(201, (await Ask(trunk, "POST", "/sim/faults", "{\"on\":\"webhook\",\"what\":\"duplicate\",\"times\":1}")).Status);
        Assert.Equal(201, (await Ask(trunk, "POST", "/sim/faults", "{\"on\":\"status\",\"what\":\"delay\",\"seconds\":2.5,\"match\":{\"event\":\"completed\"}}")).Status);
        await trunk.Play();
        Assert.Equal(
            "{\"faults\":[{\"id\":\"1\",\"on\":\"webhook\",\"what\":\"duplicate\",\"times\":1,\"struck\":1},"
            + "{\"id\":\"2\",\"on\":\"status\",\"what\":\"delay\",\"match\":{\"event\":\"completed\"},\"seconds\":2.5,\"struck\":1}]}",
            (await Ask(trunk, "GET", "/sim/faults")).Text);
        Assert.Equal(204, (await Ask(trunk, "DELETE", "/sim/faults/1")).Status);
        Assert.Equal(404, (await Ask(trunk, "DELETE", "/sim/faults/1")).Status);
        var put = await Ask(trunk, "PUT", "/sim/faults", "[{\"on\":\"rest\",\"what\":\"429\"}]");
        Assert.Equal("429", (string?)Assert.Single(JsonNode.Parse(put.Text)!["faults"]!.AsArray())!["what"]);
        Assert.Equal(204, (await Ask(trunk, "DELETE", "/sim/faults")).Status);
        Assert.Equal("{\"faults\":[]}", (await Ask(trunk, "GET", "/sim/faults")).Text);
    }

    [Theory]
    [InlineData("{\"what\":\"delay\"}", "'on' is missing. Allowed: webhook, status, rest, leg, carrier.")]
    [InlineData("{\"on\":\"weather\",\"what\":\"rain\"}", "'on' is 'weather'")]
    [InlineData("{\"on\":\"rest\",\"what\":\"duplicate\"}", "'what' is 'duplicate'. Allowed: slow, 429, 5xx, 5xx-after, drop-response (of 'rest').")]
    [InlineData("{\"on\":\"webhook\",\"what\":\"delay\"}", "'seconds' is missing. Allowed: how long 'delay' lasts.")]
    [InlineData("{\"on\":\"webhook\",\"what\":\"delay\",\"seconds\":-1}", "'seconds' is '-1'. Allowed: 0 to 14400.")]
    [InlineData("{\"on\":\"webhook\",\"what\":\"duplicate\",\"seconds\":1}", "takes no time")]
    [InlineData("{\"on\":\"webhook\",\"what\":\"status\",\"status\":200}", "'status' is '200'. Allowed: 400 to 599.")]
    [InlineData("{\"on\":\"rest\",\"what\":\"5xx\",\"status\":404}", "500 to 599")]
    [InlineData("{\"on\":\"rest\",\"what\":\"429\",\"status\":500}", "has no HTTP status")]
    [InlineData("{\"on\":\"rest\",\"what\":\"429\",\"times\":0}", "'times' is '0'")]
    [InlineData("{\"on\":\"rest\",\"what\":\"429\",\"chance\":1.5}", "above 0 to 1")]
    [InlineData("{\"on\":\"rest\",\"what\":\"429\",\"match\":{\"path\":\"Calls\"}}", "'match.path' is 'Calls'")]
    [InlineData("{\"on\":\"rest\",\"what\":\"429\",\"match\":{\"event\":\"ringing\"}}", "has no events")]
    [InlineData("{\"on\":\"leg\",\"what\":\"drop\",\"match\":{\"event\":\"sneezing\"}}", "ringing or answered")]
    [InlineData("{\"on\":\"leg\",\"what\":\"drop\",\"match\":{\"path\":\"/a\"}}", "has no path")]
    [InlineData("{\"on\":\"carrier\",\"what\":\"away\",\"seconds\":5,\"match\":{\"from\":\"+14165550123\"}}", "away as a whole")]
    [InlineData("{\"on\":\"carrier\",\"what\":\"away\",\"colour\":5}", "colour")]
    public async Task Fault_ThatIsWrong_IsToldWhatAndWhatIsAllowed(string body, string words)
    {
        await using var trunk = await TrunkDriver.Start(_ => null);
        var (status, text) = await Ask(trunk, "POST", "/sim/faults", body);
        Assert.Equal(400, status);
        Assert.Contains(words, (string?)JsonNode.Parse(text)!["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_OfTheCarrierInACall_IsRefused()
    {
        await using var trunk = await TrunkDriver.Start(_ => null);
        Assert.Contains("belong to no call", (await Ask(trunk, "POST", "/sim/calls", "{\"faults\":[{\"on\":\"rest\",\"what\":\"429\"}]}")).Text, StringComparison.Ordinal);
        Assert.Contains("faults[1].what", (await Ask(trunk, "POST", "/sim/calls", "{\"faults\":[{\"on\":\"leg\",\"what\":\"drop\"},{\"on\":\"leg\"}]}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_InTheConfiguration_IsInForceAndAConfigurationWithoutLeavesItSo()
    {
        await using var trunk = await TrunkDriver.Start(
            asked => asked.Path == "/inbound" ? "<Hangup/>" : null,
            config => config["faults"] = JsonNode.Parse("[{\"on\":\"webhook\",\"what\":\"duplicate\"}]"));
        await Ask(trunk, "PUT", "/sim/config", TrunkDriver.Config().ToJsonString());
        await trunk.Play();
        Assert.Equal(2, trunk.Web.At("/inbound").Count);
        var config = TrunkDriver.Config();
        config["faults"] = JsonNode.Parse("[{\"on\":\"leg\",\"what\":\"away\"}]");
        Assert.Contains("faults[0].what", (await Ask(trunk, "PUT", "/sim/config", config.ToJsonString())).Text, StringComparison.Ordinal);
    }
}
