using System.Globalization;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Connects the leg with numbers, a room or the front of a queue. Its attributes: <see cref="DialParser"/>.</summary>
internal sealed record Dial(DialOptions Options, RoomNoun? Room, QueueNoun? Queue, IReadOnlyList<NumberNoun> Numbers) : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of(
        "Dial", DialParser.Parse,
        "action", "method", "timeout", "hangupOnStar", "timeLimit", "callerId", "record", "trim", "recordingStatusCallback",
        "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "recordingTrack", "answerOnBridge", "ringTone", "sequential",
        "referUrl", "referMethod", "events", "callReason");

    public bool Answers => Room is not null || Queue is not null || !Options.AnswerOnBridge;

    public async Task<Outcome> Run(Turn turn)
    {
        if (Room is { } room)
        {
            return Finished(turn, new DialResult(await room.Run(turn, Options)));
        }
        if (Queue is { } queue)
            return Finished(turn, await new DialledQueue(turn, Options, queue).Run());
        if (Numbers.Count == 0)
        {
            turn.Leg.Story.Warn(13223, "<Dial> without a number to dial.");
            return Finished(turn, new DialResult("failed"));
        }
        if (CallerIds.Problem(turn, Options.CallerId) is { } problem)
        {
            turn.Leg.Story.Warn(13214, problem);
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
        if (result.Recording is { } recording)
            form.AddRange(turn.Exchange.Recordings.Parameters(recording));
        return Outcome.Fetch(turn.Document.Resolve(action), Options.Method, form);
    }
}
