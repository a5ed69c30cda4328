using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Carrier;
using CsCheck;

namespace Community211.Ivr.Tests.Carrier;

public sealed class UrlsTests
{
    [Theory]
    [InlineData(Route.Inbound, "/voice/inbound")]
    [InlineData(Route.Step, "/voice/step")]
    [InlineData(Route.Wait, "/voice/wait")]
    [InlineData(Route.QueueResult, "/voice/queue-result")]
    [InlineData(Route.Connect, "/voice/connect")]
    [InlineData(Route.Resume, "/voice/resume")]
    [InlineData(Route.Agent, "/voice/agent")]
    [InlineData(Route.Called, "/voice/called")]
    [InlineData(Route.Conference, "/voice/conference")]
    [InlineData(Route.Hold, "/voice/hold")]
    [InlineData(Route.Status, "/voice/status")]
    [InlineData(Route.Fallback, "/voice/fallback")]
    public void Route_EachOfThem_HasItsPath(Route route, string path)
    {
        Assert.Equal(path, Urls.PathOf(route));
        Assert.Equal(Known.Base + path, Known.Urls.Of(new Target(route)));
        Assert.Equal(new Target(route), Urls.Read(path));
    }

    [Fact]
    public void Routes_AllOfThem_AreCoveredAbove() => Assert.Equal(12, Enum.GetValues<Route>().Length);

    // "Twilio sends query params sorted but signs the original -> keep query keys alphabetical."
    [Fact]
    public void Query_EverythingSet_IsAlphabetical() =>
        Assert.Equal(
            $"{Known.Base}/voice/agent?answer=1&at=key&call={Known.Caller}&epoch=2&offer=a%20b%26c&page=3",
            Known.Urls.Of(new Target(Route.Agent, 1, "key", Known.Caller, 2, "a b&c", 3)));

    [Theory]
    [InlineData("https://ivr.example.org/base", "https://ivr.example.org/base/voice/step?answer=3")]
    [InlineData("https://ivr.example.org/base/", "https://ivr.example.org/base/voice/step?answer=3")]
    [InlineData("https://ivr.example.org:443", "https://ivr.example.org/voice/step?answer=3")]
    [InlineData("http://127.0.0.1:5211/", "http://127.0.0.1:5211/voice/step?answer=3")]
    public void Base_WithPathOrPort_LeadsEachUrl(string root, string url)
    {
        Assert.Equal(url, new Urls(root).Of(new Target(Route.Step, Answer: 3)));
        Assert.Equal(new Target(Route.Step, Answer: 3), Urls.Read(url));
    }

    [Theory]
    [InlineData("/voice/step?page=&answer=x&offer=&foo=1#top")]
    [InlineData("/voice/step?answer=-1&epoch=99999999999")]
    [InlineData("/VOICE/Step?")]
    public void Values_EmptyOrIllFormed_CountAsAbsent(string url) => Assert.Equal(new Target(Route.Step), Urls.Read(url));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/voice/")]
    [InlineData("/voice/steps")]
    [InlineData("/health/ready")]
    [InlineData("/voice/step?answer=%")]
    [InlineData("/sim/fallback.xml?next=/voice/step")]
    public void Url_NotOurs_IsNone(string url) => Assert.Null(Urls.Read(url));

    [Fact]
    public void Target_ThereAndBack_IsTheSame()
    {
        var number = Gen.Int[0, int.MaxValue].Nullable();
        var text = Gen.String[Gen.Char['\u0001', '\ud7ff'], 1, 40].Null();
        var urls = new Urls("https://ivr.example.org:8443/b");
        Gen.Select(Gen.Enum<Route>(), number, text, text, number, text, number)
            .Select((route, answer, at, call, epoch, offer, page) => new Target(route, answer, at, call, epoch, offer, page))
            .Sample(target => Assert.Equal(target, Urls.Read(urls.Of(target))));
    }
}
