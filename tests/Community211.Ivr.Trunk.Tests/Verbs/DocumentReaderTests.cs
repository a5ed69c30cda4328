using System.Text;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

/// <summary>What is told to who wrote a document that cannot be read, or not as it was meant.</summary>
public sealed class DocumentReaderTests
{
    private const string Said = "<Response><Say>Hello.</Say></Response>";

    private static async Task<Played> Play(string answer, string type = "text/xml", byte[]? before = null)
    {
        await using var trunk = await TrunkDriver.Start(_ => null);
        trunk.Web.Special = asked =>
        {
            if (asked.Path != "/inbound")
                return null;
            var content = new ByteArrayContent([.. before ?? [], .. Encoding.UTF8.GetBytes(answer)]);
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            return new HttpResponseMessage { Content = content };
        };
        var call = await trunk.Play();
        return new Played(call.Heard, [.. call.Of("warning").Select(told => ((int)told["code"]!, (string)told["message"]!))]);
    }

    // "12100 not parseable (error)", "12102 root not `<Response>`"
    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Oops</body></html>", 12100, "this is HTML, not TwiML")]
    [InlineData("\n<!doctype html>\n<title>Oops<br>", 12100, "this is HTML, not TwiML")]
    [InlineData("<html><head><br></head></html>", 12100, "this is HTML, not TwiML")]
    [InlineData("<html><body>Oops</body></html>", 12102, "this is HTML, not TwiML")]
    [InlineData("<!DOCTYPE Response [<!ENTITY a \"b\">]><Response>&a;</Response>", 12100, "<!DOCTYPE> is not allowed in TwiML: leave it out.")]
    [InlineData("<Answer/>", 12102, "The root is <Answer>, not <Response>.")]
    public async Task Document_ThatIsNone_IsToldWhatItIs(string document, int code, string words)
    {
        var (told, message) = (await Play(document)).Warnings[0];
        Assert.Equal(code, told);
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.DoesNotContain("Xml", message, StringComparison.Ordinal);
    }

    // XML allows a byte order mark, and nothing that Twilio writes forbids it.
    [Theory]
    [InlineData("text/xml")]
    [InlineData("text/plain")]
    public async Task Document_AfterAByteOrderMark_IsRun(string type)
    {
        var call = await Play(Said, type, Encoding.UTF8.GetPreamble());
        Assert.Equal(["Hello."], call.Heard);
        Assert.Empty(call.Warnings);
    }

    [Theory]
    [InlineData("text/xml; charset=utf-99", Said, "not simulated: charset=\"utf-99\"")]
    [InlineData("text/xml; charset=\"ISO-8859-1\"", Said, "not simulated: charset=\"ISO-8859-1\"")]
    [InlineData("text/xml", "<?xml version=\"1.0\" encoding=\"utf-7\"?>" + Said, "not simulated: encoding=\"utf-7\"")]
    public async Task Document_OfAnotherEncoding_IsToldHowItIsRead(string type, string document, string words)
    {
        var call = await Play(document, type);
        Assert.Equal(["Hello."], call.Heard);
        Assert.StartsWith(words, Assert.Single(call.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/xml; charset=utf-8", Said)]
    [InlineData("text/xml; charset=\"UTF-8\"", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + Said)]
    [InlineData("application/xml;charset=us-ascii", "<?xml version='1.0' encoding='utf-8' standalone='yes'?>" + Said)]
    public async Task Document_OfTheRightEncoding_IsRunWithoutAWord(string type, string document) => Assert.Empty((await Play(document, type)).Warnings);

    private sealed record Played(string[] Heard, (int Code, string Message)[] Warnings);
}
