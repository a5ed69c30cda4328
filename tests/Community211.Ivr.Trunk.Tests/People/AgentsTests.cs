using System.Net.Http.Json;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.People;

/// <summary>Telephones are busy while they are in use; talks end; machines answer.</summary>
public sealed class AgentsTests
{
    private const string Whom = "+14165550777";

    private static async Task<TrunkDriver> Trunk(object? person = null)
    {
        var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => $"<Dial action=\"/dialled\">{Whom}</Dial>",
            "/dialled" => "<Hangup/>",
            _ => null,
        });
        if (person is not null)
            (await trunk.Http.PutAsJsonAsync("/sim/people/" + Whom, person, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        return trunk;
    }

    private static object Caller(int last, double talk = 3600) => new { from = $"+1416555012{last}", to = TrunkDriver.Number, talk };

    private static PlacedCall Dialled(TrunkDriver trunk) =>
        new(trunk, trunk.Exchange.Legs.First(leg => leg.To == Whom).Sid, Task.FromResult(""));

    [Theory]
    [InlineData(1, "busy")]
    [InlineData(2, "completed")]
    public async Task Agent_WhoTalks_IsBusyForASecondCallUnlessThereAreMoreLines(int lines, string status)
    {
        await using var trunk = await Trunk(new { ringFor = 2, lines });
        var first = await trunk.Place(Caller(1));
        await trunk.Until(() => first.Of("talking").Count == 1);
        await trunk.Play(Caller(2, talk: 5));
        Assert.Equal(lines == 1 ? status : null, trunk.Web.At("/dialled").Select(asked => asked["DialCallStatus"]).SingleOrDefault());
        Assert.Equal(status, trunk.Exchange.Legs.Last(leg => leg.To == Whom).Status.ToString().ToLowerInvariant());
        Assert.False(first.Leg.IsOver);
    }

    [Fact]
    public async Task Agent_WhoHasTalked_IsFreeAgainAtOnce()
    {
        await using var trunk = await Trunk();
        await trunk.Play(Caller(1, talk: 5));
        var second = await trunk.Play(Caller(2, talk: 5));
        Assert.Single(second.Of("talking"));
    }

    [Fact]
    public async Task Agent_WithALengthOfTalk_HangsUpAfterIt()
    {
        await using var trunk = await Trunk(new { talk = 40 });
        await trunk.Play(Caller(1));
        var agent = Dialled(trunk);
        Assert.Equal(40, (double)agent.The("ended")["t"]! - agent.T("talking"), 1);
        Assert.Equal("agent", (string?)agent.The("ended")["by"]);
        Assert.Equal("completed", trunk.Web.At("/dialled")[0]["DialCallStatus"]);
    }

    [Fact]
    public async Task Agent_InTheirOwnTime_TakesRealSecondsInAFastCall()
    {
        await using var trunk = await Trunk(new { ringFor = 7, fast = false });
        var began = trunk.Clock.GetUtcNow();
        var call = await trunk.Place(new { from = "+14165550121", to = TrunkDriver.Number, fast = true });
        await trunk.Until(() => call.Of("talking").Count == 1);
        Assert.Equal(7, (trunk.Clock.GetUtcNow() - began).TotalSeconds, 1);
    }

    [Fact]
    public async Task Mailbox_GreetsBeepsAndRecordsHalfAMinute()
    {
        await using var trunk = await Trunk(new { answer = "mailbox", greeting = 6 });
        var call = await trunk.Place(Caller(1));
        await trunk.Until(() => trunk.Web.At("/dialled").Count == 1);
        var machine = Dialled(trunk);
        Assert.Equal((0.5, 6.0, 36.0), (machine.T("says"), machine.T("tone"), machine.T("ended")));
        Assert.Equal(30, (int)machine.The("records")["seconds"]!);
        Assert.Equal(["You have reached a mailbox. Please leave a message after the tone.", "[beep]"], call.Heard);
        Assert.Empty(machine.Of("presses"));
    }

    [Fact]
    public async Task Fax_SendsItsToneAndGivesUp()
    {
        await using var trunk = await Trunk(new { answer = "fax" });
        var call = await trunk.Place(Caller(1));
        await trunk.Until(() => trunk.Web.At("/dialled").Count == 1);
        Assert.Equal("[CED]", Assert.Single(call.Heard));
        Assert.Equal(35, (int)Dialled(trunk).The("ended")["duration"]!);
    }

    [Theory]
    [InlineData("{\"answer\":\"vendor\"}", "vendor")]
    [InlineData("{\"vendor\":{\"languages\":{\"1\":\"Somali\"}}}", "\\u0022answer\\u0022:\\u0022vendor\\u0022")]
    [InlineData("{\"answer\":\"vendor\",\"vendor\":{}}", "vendor.languages")]
    [InlineData("{\"answer\":\"vendor\",\"vendor\":{\"pin\":\"12a\",\"languages\":{\"1\":\"Somali\"}}}", "vendor.pin")]
    [InlineData("{\"answer\":\"vendor\",\"vendor\":{\"refuses\":[\"7\"],\"languages\":{\"1\":\"Somali\"}}}", "'7'")]
    [InlineData("{\"lines\":0}", "'lines' is 0")]
    [InlineData("{\"talk\":-1}", "0 to 14400 seconds")]
    public async Task Person_WhoCannotBe_IsRefusedInASentence(string body, string said)
    {
        await using var trunk = await Trunk();
        var answer = await trunk.Http.PutAsync("/sim/people/" + Whom, new StringContent(body), TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
        var error = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(said.Replace("\\u0022", "\\\"", StringComparison.Ordinal), error, StringComparison.Ordinal);
    }
}
