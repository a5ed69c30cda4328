using Community211.Ivr.Trunk.People;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.People;

/// <summary>Each named caller is met by a service that serves callers well, and by none that breaks what the caller's text promises.</summary>
public sealed class WrongServicesTests
{
    private const string Ends = "<Say>Goodbye.</Say><Hangup/>";
    private const string NobodyThere = "and reached nobody.";

    public static TheoryData<string> Names => [.. NamedCallers.Load().All.Select(caller => caller.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Caller_ByName_IsMetByAServiceThatServesWell(string name)
    {
        var (met, why, trunk) = await GoodLine.Play(name, _ => null);
        await using var _ = trunk;
        Assert.True(met, string.Join('\n', why));
    }

    // No line, no menu, no words: whoever answers at once has kept no promise of these.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Caller_ByName_IsMetByNoServiceThatDoesOneThingForAll(string name)
    {
        foreach (var all in (string[])["<Hangup/>", "<Dial>" + GoodLine.Agent + "</Dial>", "<Pause length=\"400\"/>"])
        {
            var (met, _, trunk) = await GoodLine.Play(name, asked => asked.Path == "/inbound" ? all : null);
            await using var _1 = trunk;
            Assert.False(met, all);
        }
    }

    [Theory]
    [InlineData("child")]
    [InlineData("pocket-dial")]
    [InlineData("autodialler")]
    [InlineData("relay-operator")]
    [InlineData("payphone")]
    public async Task Caller_WhoseKeysOrWordsLeadIntoTheCrisisLine_IsNotMet(string name)
    {
        var (met, why, trunk) = await GoodLine.Play(name, asked => asked.Path switch
        {
            "/inbound" => GoodLine.Menu("/any", "2-1-1. Stay on the line for a person. In a crisis, press 9.", "dtmf speech"),
            "/any" => "<Enqueue waitUrl=\"/crisis\" action=\"/after\">help</Enqueue>",
            _ => null,
        });
        await using var _ = trunk;
        Assert.False(met);
        Assert.Contains(why, one => one.StartsWith("The caller was never to hear \"someone is coming\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("silent", "/line", Ends, NobodyThere)]
    [InlineData("child", "/key", Ends, NobodyThere)]
    [InlineData("child", "/key", "<Redirect>/line</Redirect>", "asked 2 times before there is a line or a person and was once.")]
    [InlineData("relay-operator", "/inbound", "<Gather timeout=\"2\" action=\"/key\"><Say>In a crisis, press 9.</Say></Gather>" + Ends, NobodyThere)]
    [InlineData("tty", "/line", "<Gather action=\"/key\"><Say>Press a key.</Say></Gather><Redirect>/second</Redirect>", "asked once before there is a line or a person and was 2 times.")]
    [InlineData("cannot-speak", "/key", "<Gather input=\"speech\" action=\"/second\"><Say>What happened?</Say></Gather><Redirect>/line</Redirect>", "never to be asked for words alone")]
    [InlineData("other-region", "/need", "<Pause length=\"60\"/>", "hear \"postal code\" and never did.")]
    [InlineData("pocket-dial", "/key", Ends, NobodyThere)]
    [InlineData("fax", "/line", Ends, NobodyThere)]
    [InlineData("autodialler", "/inbound", "<Gather input=\"dtmf speech\" action=\"/line\"><Say>Welcome.</Say></Gather><Redirect>/line</Redirect>", "never to get \"holiday\" from the caller and did.")]
    [InlineData("payphone", "/key", "<Say>Nobody is free. We call you back.</Say><Hangup/>", "never to hear \"call you back\" and did.")]
    [InlineData("jail-phone", "/line", "<Dial>" + GoodLine.Agent + "</Dial>", "ended by the caller and was ended by the carrier.")]
    [InlineData("unknown-language", "/inbound", "<Gather input=\"speech\" speechTimeout=\"3\" action=\"/said\"><Say>What is it?</Say></Gather>" + Ends, NobodyThere)]
    [InlineData("dropped-in-transfer", "/after", Ends, "talk with 2 different people and talked with 1.")]
    [InlineData("callback-meets-voicemail", "/line", "<Say>We will call you back. Goodbye.</Say><Hangup/>", "never to hear \"call you back\" and did.")]
    public async Task Caller_WhosePromiseIsBroken_IsNotMet(string name, string path, string twiml, string because)
    {
        var (met, why, trunk) = await GoodLine.Play(name, asked => asked.Path == path ? twiml : null);
        await using var _ = trunk;
        Assert.False(met);
        Assert.Contains(why, one => one.Contains(because, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("other-province", "FromState", "QC")]
    [InlineData("other-country", "FromCountry", "US")]
    [InlineData("blocked-number", "From", "anonymous")]
    public async Task Caller_WhoIsTurnedAwayForTheNumber_IsNotMet(string name, string field, string value)
    {
        var (met, why, trunk) = await GoodLine.Play(name, asked => asked.Path == "/inbound" && asked[field] == value ? "<Reject/>" : null);
        await using var _ = trunk;
        Assert.False(met);
        Assert.Contains(why, one => one.EndsWith(NobodyThere, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PhoneTakenAway_WhoseAgentsGoOnRinging_IsNotMet()
    {
        var (met, why, trunk) = await GoodLine.Play("phone-taken-away", _ => null, hangsUp: false);
        await using var _ = trunk;
        Assert.False(met);
        Assert.Matches(@"^Nobody was to be left on the line, and the leg CA\w{32} to \+1416555\d{4} is ringing 5 s after the call\.$", Assert.Single(why));
    }
}
