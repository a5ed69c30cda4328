using System.Net;
using System.Net.Http.Json;
using System.Text;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.People;

/// <summary>Agents who work at a desk: the offer is accepted and the call ended by the application's agent API.</summary>
public sealed class DeskTests
{
    private const string Shown = """{"state":"offered","offer":{"id":"o1"},"call":{"call":"CA7"}}""";

    [Fact]
    public async Task Agent_AtTheDesk_AcceptsThereAndPressesNoKey()
    {
        await using var trunk = await Trunk(HttpStatusCode.OK);
        await Person(trunk, new { accepts = "api", acceptAfter = 1, api = Desk });
        var call = await trunk.Place(new { from = "+14165550121", to = TrunkDriver.Number, talk = 5 });
        await trunk.Until(() => trunk.Web.At("/wait").Count > 0);
        await trunk.Post("Calls.json", 201, ("To", HelpLine.Agent), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent"));

        await trunk.Until(() => trunk.Web.At("/agent/offers/o1/accept").Count == 1);

        Assert.Equal(("POST", "Bearer t0ken"), (trunk.Web.At("/agent/offers/o1/accept")[0].Method, trunk.Web.At("/agent/offers/o1/accept")[0].Headers["Authorization"]));
        Assert.Empty(trunk.Web.At("/accept"));
        Assert.False(call.Leg.IsOver);
    }

    [Fact]
    public async Task Agent_WithADesk_EndsTheTalkThereAndDoesNotHangUp()
    {
        await using var trunk = await Trunk(HttpStatusCode.OK);
        await Person(trunk, new { talk = 40, api = Desk });
        var call = await trunk.Place(new { from = "+14165550121", to = TrunkDriver.Number, talk = 3600 });
        var (_, agent) = await HelpLine.Connect(trunk, call);

        await trunk.Until(() => trunk.Web.At("/agent/calls/CA7/end").Count == 1);

        Assert.Null(trunk.Exchange.Find(agent)!.EndedAt);
    }

    [Fact]
    public async Task Agent_WhoseDeskRefuses_HangsUp()
    {
        await using var trunk = await Trunk(HttpStatusCode.NotFound);
        await Person(trunk, new { talk = 40, api = Desk });
        var call = await trunk.Place(new { from = "+14165550121", to = TrunkDriver.Number, talk = 3600 });
        var (_, agent) = await HelpLine.Connect(trunk, call);

        await trunk.Until(() => trunk.Exchange.Find(agent)!.IsOver);

        Assert.Empty(trunk.Web.At("/agent/calls/CA7/end"));
    }

    [Theory]
    [InlineData("""{"accepts":"shouting"}""", "'accepts' is 'shouting'. Allowed: key, api.")]
    [InlineData("""{"api":{"url":"somewhere","token":"t"}}""", "'url' is 'somewhere'")]
    [InlineData("""{"api":{"url":"http://127.0.0.1:5211"}}""", "'token' is missing")]
    public async Task Person_WithADeskThatCannotBe_IsRefused(string body, string sentence)
    {
        await using var trunk = await Trunk(HttpStatusCode.OK);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await trunk.Http.PutAsync(new Uri("/sim/people/" + HelpLine.Agent, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static object Desk => new { url = TrunkDriver.Service, token = "t0ken" };

    private static async Task<TrunkDriver> Trunk(HttpStatusCode desk)
    {
        var trunk = await TrunkDriver.Start(HelpLine.Answer);
        trunk.Web.Special = asked => asked.Path.StartsWith("/agent/", StringComparison.Ordinal)
            ? new HttpResponseMessage(desk) { Content = new StringContent(Shown, Encoding.UTF8, "application/json") }
            : null;
        return trunk;
    }

    private static async Task Person(TrunkDriver trunk, object person) =>
        (await trunk.Http.PutAsJsonAsync("/sim/people/" + HelpLine.Agent, person, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
}
