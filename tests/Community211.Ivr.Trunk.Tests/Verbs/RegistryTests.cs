using Community211.Ivr.Trunk.Tests.Drivers;
using Community211.Ivr.Trunk.Verbs;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class RegistryTests
{
    [Fact]
    public void EveryRegisteredVerb_HasAFixtureOfItsName()
    {
        var fixtures = typeof(RegistryTests).Assembly.GetTypes().Select(type => type.FullName).ToHashSet();
        var missing = VerbRegistry.All.Select(verb => $"Community211.Ivr.Trunk.Tests.Verbs.{verb.Name}Tests").Where(name => !fixtures.Contains(name));
        Assert.Empty(missing);
    }

    [Fact]
    public void EveryVerbInTheFolder_IsRegistered()
    {
        var verbs = typeof(IVerb).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IVerb))).Select(type => type.Name);
        Assert.Equal(verbs.Order(StringComparer.Ordinal), VerbRegistry.All.Select(verb => verb.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("<Pay/>", "Pay")]
    [InlineData("<Refer/>", "Refer")]
    [InlineData("<Sms>x</Sms>", "Sms")]
    [InlineData("<Connect/>", "Connect")]
    public async Task Verb_NotSimulated_IsSaidLoudlyAndGoesToTheFallback(string twiml, string name)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path switch { "/inbound" => twiml, "/fallback" => "<Say>Fallback.</Say>", _ => null });
        var call = await trunk.Play();
        Assert.Equal($"not simulated: {name}", (string?)call.The("warning")["message"]);
        Assert.Equal(["Fallback."], call.Heard);
    }

    [Theory]
    [InlineData("<Dial referUrl=\"/refer\"><Conference>room</Conference></Dial>", "referUrl")]
    [InlineData("<Gather timeout=\"1\" debug=\"true\"/>", "debug")]
    public async Task Attribute_NotSimulated_IsSaid(string twiml, string name)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? twiml : null);
        var call = await trunk.Play(TrunkDriver.Simple(hangUpAfter: 20));
        Assert.StartsWith($"not simulated: {name}=", (string?)call.The("warning")["message"], StringComparison.Ordinal);
    }

    // 12200 "unknown / misspelled / wrong-case element or attribute is *ignored*, the call goes on"
    [Theory]
    [InlineData("<Say colour=\"red\">Hello.</Say>")]
    [InlineData("<say>Hi.</say><Say>Hello.</Say>")]
    [InlineData("<Whistle/><Say>Hello.</Say>")]
    public async Task Unknown_IsAWarningAndIgnored(string twiml)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? twiml : null);
        var call = await trunk.Play();
        Assert.Equal([12200], call.Warnings);
        Assert.Equal(["Hello."], call.Heard);
    }
}
