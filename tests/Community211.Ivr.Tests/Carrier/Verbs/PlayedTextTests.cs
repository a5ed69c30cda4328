using System.Xml.Linq;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Carrier;

namespace Community211.Ivr.Tests.Carrier.Verbs;

public sealed class PlayedTextTests
{
    [Fact]
    public void Write_TextThatIsRecorded_PlaysItAndSaysTheOthers()
    {
        var writer = new TwimlWriter(Known.Languages, Known.Urls, part => part.Language == "en" ? Known.Urls.OfAudio("abc", "one moment.wav") : null);
        var written = XElement.Parse(writer.Write([new Speak([Twiml.English("One moment."), Twiml.French("Un instant.")])]));
        Assert.Equal([("Play", $"{Known.Base}/audio/abc/one%20moment.wav"), ("Say", "Un instant.")], written.Elements().Select(e => (e.Name.LocalName, e.Value)));
    }
}
