using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Calls;

public sealed class SentDigitsTests
{
    private const string Other = "+14165550777";

    // "sendDigits ... tells Twilio to play DTMF tones when the call is answered."
    [Fact]
    public async Task Number_WithSendDigits_IsBridgedAfterTheyWereSent()
    {
        await using var trunk = await TrunkDriver.Start(asked =>
            asked.Path == "/inbound" ? $"<Dial><Number sendDigits=\"wwW12#\">{Other}</Number></Dial>" : null);
        await trunk.Play();
        var callee = new PlacedCall(trunk, trunk.Exchange.Legs[1].Sid, Task.FromResult(""));
        Assert.Equal("wwW12#", (string?)callee.The("sends")["digits"]);
        Assert.Equal(0, callee.T("sends"));
        Assert.Equal(2.6, callee.T("talking"), 1);
    }

    [Fact]
    public async Task Call_WithSendDigits_RunsItsDocumentAfterwards()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/out" ? "<Say>Hello.</Say>" : null);
        var order = new DialOrder(Other, TrunkDriver.Number, new UrlSource(TrunkDriver.Service + "/out", "POST"), Callbacks.None, 60, null) { SendDigits = "W1" };
        var leg = await trunk.Time.Run(() => trunk.Exchange.Dialler.Dial(order));
        await trunk.Until(() => leg.IsOver);
        var call = new PlacedCall(trunk, leg.Sid, Task.FromResult(""));
        Assert.Equal(1.2, (double)call.The("hears")["t"]!, 1);
    }

    [Fact]
    public void Digits_LastAsLongAsTheirTonesAndPauses()
    {
        Assert.Equal(1.9, SentDigits.Length("wW12").TotalSeconds, 3);
        Assert.True(SentDigits.AreValid("0*#wWA"));
        Assert.False(SentDigits.AreValid("1-2"));
    }
}
