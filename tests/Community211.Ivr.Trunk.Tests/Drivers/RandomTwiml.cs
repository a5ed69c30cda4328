using System.Text;
using Community211.Ivr.Trunk.Verbs;
using CsCheck;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>Documents made at random of all verbs, nouns and attributes: with right and slightly wrong values, nested, and in wrong places.</summary>
internal static class RandomTwiml
{
    private static readonly string[] Names =
    [
        .. VerbRegistry.All.Select(verb => verb.Name), .. VerbRegistry.All.Select(verb => verb.Name), .. VerbRegistry.All.Select(verb => verb.Name),
        "Number", "Queue", "Conference", "Sip", "Pay", "say", "Whistle", "break", "sub",
    ];

    private static readonly string[] NounAttributes =
    [
        "url", "sendDigits", "statusCallback", "statusCallbackEvent", "startConferenceOnEnter", "endConferenceOnExit", "waitUrl", "waitMethod",
        "participantLabel", "muted", "maxParticipants", "beep", "coach", "record", "time", "alias", "colour",
    ];

    private static readonly string[] Values =
    [
        "", "true", "false", "TRUE", "0", "1", "2", "5", "20", "-1", "1.5", "99999999999", "auto", "GET", "POST", "get", "/d0", "/d1", "d2?a=b&c=%20", "/d3#rc=2",
        "http://service.test/d4", "http://", "::", "not a url", "*", "#", "12", "wW1#", "dtmf", "speech", "dtmf speech", "busy", "rejected", "3s",
        "record-from-answer-dual", "record-from-ringing", "initiated ringing answered completed", "start end join leave", "in-progress completed absent", "completed",
        "+14165550777", "Polly.Chantal", "Google.fr-CA-Wavenet-A", "fr-CA", "one, two", "trim-silence", "label", "<&>\"'",
    ];

    private static readonly string[] Texts =
    [
        "", "Hello there.", "help", "help", "other", "/d0", "/d1", "/d2", "/a.wav", "http://service.test/d3", "+14165550777", "+14165550778", "911", "(416) 555-0779",
        "a\u00e9\u4e2d<&>", "  ",
    ];

    private static readonly Gen<(string Name, string Value)> Attribute = Gen.Select(
        OneOf<string>([.. VerbRegistry.All.SelectMany(verb => verb.Attributes).Order(StringComparer.Ordinal), .. NounAttributes]), OneOf(Values));

    public static Gen<T> OneOf<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(at => values[at]);

    /// <summary>What stands inside Response.</summary>
    public static Gen<string> Document { get; } = Element(3).Array[0, 5].Select(string.Concat);

    private static Gen<string> Element(int depth) => Gen.Select(
        OneOf(Names),
        Gen.Int[0, 2].SelectMany(own => Attribute.Array[own, own + 1]),
        OneOf(Texts),
        depth == 0 ? Gen.Const(Array.Empty<string>()) : Element(depth - 1).Array[0, 2],
        Write);

    private static string Write(string name, (string Name, string Value)[] some, string text, string[] children)
    {
        // Attributes of the verb itself are likelier to matter than those of another.
        var known = VerbRegistry.Find(name)?.Attributes;
        var xml = new StringBuilder("<").Append(name);
        foreach (var (attribute, value) in some.Where(one => known?.Contains(one.Name) != false || one.Value.Length % 3 == 0).DistinctBy(one => one.Name))
            xml.Append(' ').Append(attribute).Append("=\"").Append(Escaped(value)).Append('"');
        return xml.Append('>').Append(Escaped(text)).AppendJoin("", children).Append("</").Append(name).Append('>').ToString();
    }

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);
}
