using System.Net.Http.Json;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.People;

/// <summary>"Vendors answer a ten-digit number, then want account code/PIN and a language by key or voice, then announce an interpreter number, then you merge".</summary>
public sealed class VendorTests
{
    private const string Vendor = "+18005550161";
    private static readonly object Usual = new { pin = "4711", languages = new Dictionary<string, string> { ["13"] = "Cantonese", ["30"] = "Somali" }, hold = 8, refuses = new[] { "30" } };

    private static async Task<TrunkDriver> Trunk(string? inbound, object vendor, string? second = null)
    {
        var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => inbound,
            "/second" => second,
            _ => null,
        });
        (await trunk.Http.PutAsJsonAsync("/sim/people/" + Vendor, new { answer = "vendor", ringFor = 2, vendor }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        return trunk;
    }

    private static string Dial(string digits) => $"<Dial><Number sendDigits=\"{digits}\">{Vendor}</Number></Dial>";

    private static async Task<PlacedCall> LegOf(TrunkDriver trunk)
    {
        await trunk.Until(() => trunk.Exchange.Legs.Any(leg => leg.To == Vendor));
        return new PlacedCall(trunk, trunk.Exchange.Legs.Last(leg => leg.To == Vendor).Sid, Task.FromResult(""));
    }

    private static string[] Says(PlacedCall leg) => [.. leg.Of("says").Select(told => (string)told["text"]!)];

    [Fact]
    public async Task Vendor_RightKeys_PlaysMusicAndAnInterpreterAnnouncesThemselves()
    {
        await using var trunk = await Trunk(Dial("ww4711#WWW13#"), Usual);
        var call = await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk = 60 });
        var leg = await LegOf(trunk);
        await trunk.Until(() => Says(leg).Length == 4);
        Assert.Equal(
            [
                "Interpreter services. Enter your access code, then pound.", "Enter the code of the language, then pound.",
                "Please hold for Cantonese.", "Interpreter 4711, Cantonese.",
            ],
            Says(leg));
        var times = leg.Of("says").Select(told => (double)told["t"]!).ToArray();
        Assert.Equal(8, times[3] - times[2], 1);
        Assert.Equal("music", (string?)leg.The("tone")["sound"]);
        Assert.Equal("Interpreter 4711, Cantonese.", call.Heard[^1]);
        Assert.True(leg.Leg.Person.IsHuman);
    }

    [Theory]
    [InlineData("ww1111#WWW2222#", "That code is not correct. Goodbye.")]
    [InlineData("ww4711#WWW99#WWW98#", "That language is not known. Goodbye.")]
    [InlineData("ww4711#WWW30#", "Nobody is free for Somali now. Goodbye.")]
    [InlineData("ww1111#WWW", "That code is not correct. Goodbye.")]
    [InlineData("w", "That code is not correct. Goodbye.")]
    public async Task Vendor_WrongOrNoKeys_AsksOnceMoreAndHangsUp(string digits, string goodbye)
    {
        await using var trunk = await Trunk(Dial(digits), Usual);
        await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk = 3600 });
        var leg = await LegOf(trunk);
        await trunk.Until(() => leg.Leg.IsOver, 120);
        Assert.Equal(goodbye, Says(leg)[^1]);
        Assert.Equal("agent", (string?)leg.The("ended")["by"]);
        Assert.False(leg.Leg.Person.IsHuman);
    }

    [Fact]
    public async Task Vendor_FirstWrongThenRight_GoesOn()
    {
        await using var trunk = await Trunk(Dial("ww1111#WWW4711#WWW13#"), Usual);
        await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk = 3600 });
        var leg = await LegOf(trunk);
        await trunk.Until(() => leg.Leg.Person.IsHuman, 60);
        Assert.Contains("That code is not correct. Enter your access code, then pound.", Says(leg));
    }

    // The second vendor of interpreters.yaml: account and language without pound.
    [Fact]
    public async Task Vendor_EntriesOfFullLength_NeedNoPound()
    {
        await using var trunk = await Trunk(Dial("w5551234W4711#WW3"), new { account = "5551234", pin = "4711", hold = 1, announces = "Here is {language}.", languages = new Dictionary<string, string> { ["3"] = "Cantonese" } });
        await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk = 3600 });
        var leg = await LegOf(trunk);
        await trunk.Until(() => leg.Leg.Person.IsHuman, 60);
        Assert.Equal("Here is Cantonese.", Says(leg)[^1]);
    }

    [Fact]
    public async Task Vendor_MachineOnly_NobodyEverComes()
    {
        await using var trunk = await Trunk(Dial("w4711#W13#"), new { pin = "4711", languages = new Dictionary<string, string> { ["13"] = "Cantonese" }, machineOnly = true });
        await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk = 3600 });
        var leg = await LegOf(trunk);
        await trunk.Pass(600);
        Assert.Equal("Please hold for Cantonese.", Says(leg)[^1]);
        Assert.False(leg.Leg.Person.IsHuman);
    }

    [Fact]
    public async Task Vendor_WhoseLineDies_EndsTheLegByTheCarrier()
    {
        await using var trunk = await Trunk(Dial("w4711#W13#"), new { pin = "4711", languages = new Dictionary<string, string> { ["13"] = "Cantonese" }, hold = 2, diesAfter = 30 });
        await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk = 3600 });
        var leg = await LegOf(trunk);
        await trunk.Until(() => leg.Leg.IsOver, 60);
        Assert.Equal("carrier", (string?)leg.The("ended")["by"]);
        Assert.Equal(30, (int)leg.The("ended")["duration"]!);
        Assert.True(leg.Leg.Person.IsHuman);
    }

    // Keys by the REST API's SendDigits, and by Play; the interpreter then takes the call with a key.
    [Fact]
    public async Task Vendor_CalledByRest_HearsSendDigitsAndPlayAndTheInterpreterPressesAKey()
    {
        await using var trunk = await Trunk(null, Usual, "<Play digits=\"ww13#\"/><Gather numDigits=\"1\" timeout=\"60\" action=\"/took\"/>");
        await trunk.Post("Calls.json", 201, ("To", Vendor), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/second"), ("SendDigits", "w4711#"));
        await trunk.Until(() => trunk.Web.At("/took").Count == 1, 120);
        Assert.Equal("1", trunk.Web.At("/took")[0]["Digits"]);
        var leg = await LegOf(trunk);
        Assert.Equal("Interpreter 4711, Cantonese.", Says(leg)[^1]);
    }
}
