using System.Globalization;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Dial(DialOptions Options, RoomNoun? Room, IReadOnlyList<NumberNoun> Numbers) : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of(
        "Dial", Parse,
        "action", "method", "timeout", "hangupOnStar", "timeLimit", "callerId", "record", "trim", "recordingStatusCallback",
        "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "recordingTrack", "answerOnBridge", "ringTone", "sequential",
        "referUrl", "referMethod", "events", "callReason");

    public async Task<Outcome> Run(Turn turn)
    {
        if (Room is { } room)
        {
            return Finished(turn, new DialResult(await room.Run(turn, Options)));
        }
        if (Numbers.Count == 0)
        {
            turn.Leg.Story.Warn(13223, "<Dial> without a number to dial.");
            return Finished(turn, new DialResult("failed"));
        }
        return Finished(turn, await new DialledNumbers(turn, Options, Numbers).Run());
    }

    private Outcome Finished(Turn turn, DialResult result)
    {
        if (Options.Action is not { } action)
            return Outcome.Next;
        var form = new Form { { "DialCallStatus", result.Status } };
        if (result.Sid is { } sid)
        {
            form.Add("DialCallSid", sid);
            form.Add("DialBridged", result.Seconds is null ? "false" : "true");
        }
        if (result.Seconds is { } seconds)
            form.Add("DialCallDuration", seconds.ToString(CultureInfo.InvariantCulture));
        return Outcome.Fetch(turn.Document.Resolve(action), Options.Method, form);
    }

    private static Dial Parse(VerbElement element)
    {
        element.WarnNotSimulated("record", "hangupOnStar", "referUrl");
        var options = new DialOptions(
            element.Attribute("action"),
            element.Attribute("method", "POST"),
            element.Whole("timeout", 30, 5, 600),
            element.Whole("timeLimit", 14400, 1, 14400),
            element.Attribute("callerId"),
            element.Flag("sequential", false));
        RoomNoun? room = null;
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
                    room = RoomNoun.Parse(noun);
                    break;
                case var name when VerbRegistry.NotSimulated.Contains(name):
                    throw element.Reader.NotSimulated("Dial " + name);
                case var name:
                    element.Reader.Warn($"Element '{name}' is not expected in <Dial>: ignored.");
                    break;
            }
        }
        if (numbers.Count == 0 && room is null && element.Text is { Length: > 0 } number)
            numbers.Add(NumberNoun.Plain(number));
        return new Dial(options, room, numbers);
    }
}
