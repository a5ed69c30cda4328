using System.Text;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Webhooks;

/// <summary>What a carrier may send, and what is refused with a reason.</summary>
public sealed class FormTests(SharedService shared) : IClassFixture<SharedService>
{
    private ServiceUnderTest Service => shared.Service;

    [Theory]
    [InlineData("From", "anonymous")]
    [InlineData("From", "client:someone")]
    [InlineData("From", "sip:someone@example.org")]
    [InlineData("From", "")]
    [InlineData("From", "+266696687")]
    [InlineData("ForwardedFrom", "+14165550123416555012345")]
    [InlineData("CallerCity", "Montréal-Est 'n' \"Québec\" 北")]
    [InlineData("CallerCity", "")]
    [InlineData("StirVerstat", "TN-Validation-Passed-A")]
    [InlineData("Unknown field", "new\nthing + more % &=")]
    [InlineData("ApiVersion", "2026-01-01")]
    public async Task Inbound_WithWhateverTheCarrierSends_IsAnswered(string name, string value)
    {
        foreach (var method in (string[])["POST", "GET"])
            await Answered(Webhook.Inbound(Webhook.NewSid()).With(name, value) with { Method = method });
    }

    [Theory]
    [InlineData("From")]
    [InlineData("To")]
    [InlineData("CallStatus")]
    [InlineData("Direction")]
    public async Task Inbound_WithoutAField_IsAnswered(string name) => await Answered(Webhook.Inbound(Webhook.NewSid()).Without(name));

    [Fact]
    public async Task Inbound_WithARepeatedField_IsAnswered()
    {
        var webhook = Webhook.Inbound(Webhook.NewSid());
        await Answered(webhook with { Form = [.. webhook.Form, ("Tag", "b"), ("Tag", "a")] });
    }

    [Fact]
    public async Task Inbound_WithOtherEscapes_IsAnswered()
    {
        var sid = Webhook.NewSid();
        var webhook = Webhook.Inbound(sid).With("CallerCity", "SAULT STE. MARIE É");
        var body = $"AccountSid={Webhook.Account}&CallSid={sid}&CallStatus=ringing&Direction=inbound&From=%2b14165550123&To=%2B14165550100&CallerCity=SAULT%20STE.+MARIE%20%c3%89";
        await Answered(webhook with { Body = body });
        Assert.Equal("toronto", (await Service.Admin($"calls/{sid}")).GetProperty("region").GetString());
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "CallSid=%4", 400)]
    [InlineData("application/x-www-form-urlencoded", "CallSid=%zz", 400)]
    [InlineData("application/x-www-form-urlencoded", "CallSid=%ff%fe", 400)]
    [InlineData("application/x-www-form-urlencoded", "CallSid=a%00b", 400)]
    [InlineData("application/x-www-form-urlencoded", "", 400)]
    [InlineData("application/x-www-form-urlencoded", "CallSid=", 400)]
    [InlineData("application/x-www-form-urlencoded", "CallSid=CA1", 400)]
    [InlineData("application/json", "{}", 415)]
    [InlineData("text/plain", "CallSid=CA1", 415)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16", "CallSid=CA1", 415)]
    public async Task Body_ThatCannotBeRead_IsRefusedWithAReason(string type, string body, int status)
    {
        var before = (await Service.Admin("calls?most=1000")).GetArrayLength();
        var answer = await (new Webhook("/voice/inbound") { Body = body, ContentType = type }).Send(Service);
        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Body);
        Assert.True(before <= (await Service.Admin("calls?most=1000")).GetArrayLength());
    }

    [Fact]
    public async Task Body_OverSixtyFourKilobytes_IsRefused()
    {
        var sid = Webhook.NewSid();
        var webhook = Webhook.Inbound(sid);
        var answer = await webhook.With("Padding", new string('x', 65_537)).Send(Service);
        Assert.Equal(413, answer.Status);
        Assert.DoesNotContain(sid, (await Service.Admin("calls?most=1000")).GetRawText(), StringComparison.Ordinal);
        await Answered(webhook.With("Padding", new string('x', 60_000)));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Method_NeitherGetNorPost_IsRefused(string method) =>
        Assert.Equal(405, (await (Webhook.Inbound(Webhook.NewSid()) with { Method = method }).Send(Service)).Status);

    [Theory]
    [InlineData("/voice/step?answer=x")]
    [InlineData("/voice/wait?page=-1")]
    [InlineData("/voice/agent?call=CA1&offer=x")]
    public async Task Url_ThatWeNeverGaveOut_DoesNoHarm(string target)
    {
        var answer = await (Webhook.Inbound(Webhook.NewSid()) with { PathAndQuery = target }).Send(Service);
        Assert.True(answer.Status is 200 or 400, $"{answer}");
        if (answer.Status == 200)
            Assert.Contains("<Response>", answer.Body, StringComparison.Ordinal);
        else
            Assert.NotEmpty(answer.Body);
    }

    [Fact]
    public async Task Speech_OutsideAscii_IsUnderstoodAsSent()
    {
        var sid = Webhook.NewSid();
        await Webhook.Inbound(sid).Send(Service);
        var answer = await Webhook.Step(sid, 1, "").With("SpeechResult", Encoding.UTF8.GetString("où dormir — été ☎"u8)).Send(Service);
        Assert.Equal(200, answer.Status);
    }

    private async Task Answered(Webhook webhook)
    {
        var (status, type, body) = await webhook.Send(Service);
        Assert.True(status == 200, $"{status} {body}");
        Assert.Equal("text/xml", type);
        Assert.Contains("<Gather", body, StringComparison.Ordinal);
    }
}
