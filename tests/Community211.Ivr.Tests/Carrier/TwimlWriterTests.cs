using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Carrier;
using CsCheck;

namespace Community211.Ivr.Tests.Carrier;

public sealed class TwimlWriterTests
{
    [Fact]
    public void Directives_EachOfThem_HasAVerbAndAFixture()
    {
        var directives = typeof(Directive).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(one => one.DerivedType).ToHashSet();
        Assert.Equal(directives, TwimlWriter.Directives.ToHashSet());
        var fixtures = typeof(TwimlWriterTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();
        Assert.All(directives, directive => Assert.Contains($"{directive.Name}VerbTests", fixtures));
    }

    // "A document is run top to bottom; end of document = hang-up": an empty one is a hang-up.
    [Fact]
    public void Reply_WithoutDirectives_Throws() => Assert.Throws<ArgumentException>(() => Twiml.Write());

    [Fact]
    public void Document_Written_SaysThatItIsUtf8()
    {
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><Response>", Twiml.Write(new HangUp()), StringComparison.Ordinal);
        Assert.Equal("Response", XDocument.Parse(Twiml.Write(new Nothing())).Root!.Name);
    }

    [Fact]
    public void Directives_Several_KeepTheirOrder() =>
        Twiml.Same(
            """<Say language="en-CA" voice="Polly.Joanna-Neural">One moment.</Say><Pause length="2"/><Leave/><Hangup/>""",
            new Speak([Twiml.English("One moment.")]),
            new Silence(2),
            new LeaveLine(),
            new HangUp());

    // "TwiML 64 kB"; "11750 body > 64 kB".
    [Fact]
    public void Document_OverTheLimit_ThrowsAndAtTheLimitIsWritten()
    {
        var frame = Encoding.UTF8.GetByteCount(Twiml.Write(new Speak([Twiml.English("x")]))) - 1;
        var room = TwimlWriter.MostBytes - frame;
        var fits = new Speak([Twiml.English("é" + new string('x', room - 2))]);
        Assert.Equal(TwimlWriter.MostBytes, Encoding.UTF8.GetByteCount(Twiml.Write(fits)));
        Assert.Throws<InvalidOperationException>(() => Twiml.Write(new Speak([Twiml.English("é" + new string('x', room - 1))])));
    }

    [Fact]
    public void Text_WithIllegalCharacters_IsWrittenWithoutThem() =>
        Twiml.Same(
            """<Say language="en-CA" voice="Polly.Joanna-Neural">a📞b</Say>""",
            new Speak([Twiml.English("\0a\u001b\ud83d\udcde\ufffe\ud83db\udcde")]));

    [Fact]
    public void AnyText_Spoken_IsReadBackFromTheDocument() =>
        Gen.String[0, 200].Sample(text =>
        {
            var line = new EnterLine(text, new Target(Route.Wait), new Target(Route.Step, At: text));
            var document = XDocument.Parse(Twiml.Write(new Speak([Twiml.English("." + text)]), line));
            var said = document.Root!.Element("Say")!.Value;
            Assert.Equal("." + string.Concat(text.Where(Plain)), string.Concat(said.Where(Plain)));
        });

    /// <summary>A character that stands in a document as it is.</summary>
    private static bool Plain(char c) => !char.IsWhiteSpace(c) && !char.IsControl(c) && !char.IsSurrogate(c) && c < '\ufffe';
}
