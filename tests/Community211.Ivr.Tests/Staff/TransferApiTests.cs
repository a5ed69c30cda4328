using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Staff;

/// <summary>Transfers over HTTP: what is asked of the carrier, and what is said to whoever asks wrongly.</summary>
public sealed class TransferApiTests
{
    [Fact]
    public async Task Transfer_ToAContact_RingsItAndShowsItOnTheDesk()
    {
        await using var shift = await Shift.Talking();

        var (status, me) = await shift.Post($"agent/calls/{Shift.Caller}/transfer", """{"contact":"distress-toronto"}""");

        Assert.Equal(200, status);
        var call = me.GetProperty("call");
        Assert.True(call.GetProperty("held").GetBoolean());
        Assert.Equal(("distress-toronto", "ringing"), (call.GetProperty("calledIn").GetProperty("to").GetString(), call.GetProperty("calledIn").GetProperty("state").GetString()));
        Assert.Contains(await shift.Store.OpenCommands(10, TestContext.Current.CancellationToken), c => c.Request is HoldCaller { Held: true } or DialAgent);
    }

    [Fact]
    public async Task Transfer_ToAnAgent_ShowsThemWhoCallsThemIn()
    {
        await using var shift = await Shift.Talking();
        await shift.Post($"agent/calls/{Shift.Caller}/transfer", """{"agent":"toronto-2"}""");

        var offer = (await shift.Me("toronto-2")).GetProperty("offer");

        Assert.Equal("toronto-1", offer.GetProperty("calledInBy").GetString());
        await shift.Happens(new LegAsked(offer.GetProperty("id").GetString()!, "LEG2", null));
        Assert.Equal(200, (await shift.Post($"agent/offers/{offer.GetProperty("id").GetString()}/accept", agent: "toronto-2")).Status);
        Assert.Equal("toronto-1", (await shift.Me("toronto-2")).GetProperty("call").GetProperty("calledInBy").GetString());
    }

    [Theory]
    [InlineData("transfer", "{}", 400, "Say to whom")]
    [InlineData("transfer", """{"region":"east","agent":"toronto-2"}""", 400, "Say to whom")]
    [InlineData("transfer", "nonsense", 400, "not understood as JSON")]
    [InlineData("transfer", """{"region":"atlantis"}""", 409, "There is no partner atlantis. Known are central-east")]
    [InlineData("transfer", """{"agent":"nobody"}""", 409, "There is no agent nobody.")]
    [InlineData("transfer", """{"contact":"nobody"}""", 409, "There is no contact nobody.")]
    [InlineData("leave", null, 409, "Nobody whom you called in is in the room yet.")]
    [InlineData("drop", null, 409, "Nobody was called in.")]
    [InlineData("join", null, 409, "The caller is not on hold.")]
    public async Task Transfer_ThatCannotBe_SaysWhyAndChangesNothing(string path, string? body, int status, string sentence)
    {
        await using var shift = await Shift.Talking();
        var before = await shift.State();

        var (code, said) = await shift.Post($"agent/calls/{Shift.Caller}/{path}", body);

        Assert.Equal(status, code);
        Assert.Contains(sentence, said.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(Community211.Ivr.Calls.CallJson.Write(before), Community211.Ivr.Calls.CallJson.Write(await shift.State()));
    }

    [Fact]
    public async Task Transfer_OfSomebodyElsesCall_IsForbidden()
    {
        await using var shift = await Shift.Talking();
        Assert.Equal(403, (await shift.Post($"agent/calls/{Shift.Caller}/transfer", """{"region":"east"}""", "east-1")).Status);
        Assert.Equal(404, (await shift.Post("agent/calls/CA-none/hold", agent: "east-1")).Status);
    }

    [Fact]
    public async Task Directory_ListsPartnersAgentsAndContacts()
    {
        await using var shift = await Shift.Begun();
        var (status, directory) = await shift.Service.Send(HttpMethod.Get, "agent/directory", token: await shift.Token("toronto-1"));
        Assert.Equal((200, 7), (status, directory.GetProperty("regions").GetArrayLength()));
        Assert.Contains(directory.GetProperty("agents").EnumerateArray(), a => a.GetProperty("id").GetString() == "east-1" && a.GetProperty("state").GetString() == "available");
        Assert.Contains(directory.GetProperty("contacts").EnumerateArray(), c => c.GetProperty("kind").GetString() == "police");
    }
}
