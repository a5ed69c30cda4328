using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>
/// Dial's attributes and nouns. timeout 30 s (5 to 600), timeLimit 14400 s, record do-not-record, trim do-not-trim,
/// hangupOnStar, answerOnBridge and sequential false; up to ten Numbers, or a Conference, or a Queue.
/// </summary>
internal static class DialParser
{
    private const int MostNumbers = 10;

    public static Dial Parse(VerbElement element)
    {
        element.WarnNotSimulated("referUrl", "events");
        var rooms = new List<RoomNoun>();
        var queues = new List<QueueNoun>();
        var numbers = new List<NumberNoun>();
        foreach (var child in element.Elements)
        {
            var noun = new VerbElement(child, element.Reader);
            switch (noun.Name)
            {
                case "Number":
                    numbers.Add(NumberNoun.Parse(noun));
                    break;
                case "Conference":
                    rooms.Add(RoomNoun.Parse(noun));
                    break;
                case "Queue":
                    queues.Add(QueueNoun.Parse(noun));
                    break;
                case var name when VerbRegistry.NotSimulated.Contains(name):
                    throw element.Reader.NotSimulated("Dial " + name);
                case var name:
                    element.Warn(13215, $"Element '{name}' is not expected in <Dial>: ignored.");
                    break;
            }
        }
        if (numbers.Count + rooms.Count + queues.Count == 0 && element.Text is { Length: > 0 } number && !element.Elements.Any())
            numbers.Add(NumberNoun.Plain(number));
        if (rooms.Count + queues.Count + Math.Min(1, numbers.Count) > 1)
            element.Warn(13215, "<Dial> takes one <Conference>, or one <Queue>, or Numbers: only the first kind is dialled.");
        if (numbers.Count > MostNumbers)
            element.Warn(13250, $"<Dial> with {numbers.Count} Numbers: only the first {MostNumbers} are dialled.");
        if (rooms.Count > 0 && element.Attribute("record") is { } record && record is not ("false" or "do-not-record"))
            element.Warn(DocumentWarning.Schema, $"<Dial record=\"{record}\"> records no <Conference>: give it a record attribute of its own.");
        return new Dial(Options(element), rooms.FirstOrDefault(), queues.FirstOrDefault(), [.. numbers.Take(MostNumbers)]);
    }

    private static DialOptions Options(VerbElement element)
    {
        RingTone(element);
        var record = element.OneOf(
            "record", "do-not-record", 13217, "do-not-record", "record-from-answer", "record-from-ringing",
            "record-from-answer-dual", "record-from-ringing-dual", "true", "false");
        return new DialOptions(
            element.Attribute("action"),
            element.Method("method", 13210),
            element.Whole("timeout", 30, 5, 600, 13212),
            element.Whole("timeLimit", 14400, 1, 14400, 13216),
            element.Attribute("callerId") is { Length: > 0 } callerId ? callerId : null,
            element.Flag("sequential", false, 13218))
        {
            HangupOnStar = element.Flag("hangupOnStar", false, 13213),
            AnswerOnBridge = element.Flag("answerOnBridge", false, 13219),
            FromRinging = record.StartsWith("record-from-ringing", StringComparison.Ordinal),
            Recording = record is "do-not-record" or "false" ? null : Recording(element, record),
        };
    }

    private static RecordingOrder Recording(VerbElement element, string record) => new("DialVerb")
    {
        Channels = record.EndsWith("-dual", StringComparison.Ordinal) ? 2 : 1,
        Trim = element.OneOf("trim", "do-not-trim", 13239, "trim-silence", "do-not-trim") == "trim-silence",
        Track = element.OneOf("recordingTrack", "both", 13622, "inbound", "outbound", "both"),
        Callbacks = RecordingAttributes.Callbacks(element),
    };

    /// <summary>Accepted and told; the caller's ringing sounds the same here in every country.</summary>
    private static void RingTone(VerbElement element)
    {
        if (element.Attribute("ringTone") is { } tone && (tone.Length is < 2 or > 9 || tone.Any(letter => letter is not ((>= 'a' and <= 'z') or '-'))))
            element.Warn(13220, $"<Dial ringTone=\"{tone}\">: automatic or a country such as ca, us or us-old is allowed.");
    }
}
