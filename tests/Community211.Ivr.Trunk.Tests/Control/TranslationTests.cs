using Community211.Ivr.Trunk.Control;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Control;

public sealed class TranslationTests
{
    private static readonly string[] Regions = ["toronto", "east", "central-south", "north", "south-west", "central-east", "dufferin-peel"];

    private static Trunk.Calls.TrunkSettings Settings()
    {
        var config = TrunkDriver.Config();
        var numbers = config["numbers"]!.AsArray();
        var template = numbers[0]!.ToJsonString();
        numbers.Clear();
        foreach (var (region, index) in Regions.Append(null).Select((region, index) => (region, index)))
        {
            var number = System.Text.Json.Nodes.JsonNode.Parse(template)!;
            number["number"] = region is null ? "+18005550199" : $"+1416555010{index}";
            number["region"] = region;
            numbers.Add(number);
        }
        config["tollFree"] = "+18005550199";
        return ConfigReader.Read(config.ToJsonString(), ".");
    }

    [Theory]
    [InlineData("+19055270123", "central-south")] // Hamilton by its exchange, though 905 is Dufferin-Peel's
    [InlineData("+14165550123", "toronto")]
    [InlineData("+12895550123", "dufferin-peel")]
    [InlineData("+15485550123", "south-west")]
    [InlineData("+13435550123", "east")]
    [InlineData("+12495550123", "central-east")]
    [InlineData("+18075550123", "north")]
    [InlineData("+12125550123", null)]
    [InlineData("+15145550123", null)]
    [InlineData("+33123456789", null)]
    [InlineData("anonymous", null)]
    [InlineData("client:console", null)]
    public void Dialling211_GoesToTheRegionOfTheExchangeOrTheTollFreeNumber(string from, string? region)
    {
        var number = Exchanges.Load().Translate(from, Settings());
        Assert.Equal(region, number.Region);
    }

    [Fact]
    public void Dialling211_WithoutATollFreeNumber_SaysWhatToConfigure()
    {
        var settings = ConfigReader.Read(TrunkDriver.Config().ToJsonString(), ".");
        var refused = Assert.Throws<BadInput>(() => Exchanges.Load().Translate("anonymous", settings));
        Assert.Equal(404, refused.Status);
        Assert.Contains("tollFree", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_To211_DialsTheTranslatedNumber()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Hangup/>" : null);
        var call = await trunk.Play(new { from = "+16475550123", to = "211" });
        Assert.Equal("211", (string?)call.The("dialled")["to"]);
        Assert.Equal(TrunkDriver.Number, (string?)call.The("dialled")["number"]);
        Assert.Equal(TrunkDriver.Number, trunk.Web.At("/inbound")[0]["To"]);
    }
}
