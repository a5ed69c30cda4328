using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Dial's Conference.</summary>
internal sealed record RoomNoun(string Name, RoomEntry Entry, Callbacks Callbacks)
{
    /// <summary>Null: not recorded.</summary>
    public RecordingOrder? Recording { get; init; }

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "muted", "beep", "startConferenceOnEnter", "endConferenceOnExit", "waitUrl", "waitMethod", "maxParticipants", "record", "region",
        "coach", "trim", "statusCallback", "statusCallbackEvent", "statusCallbackMethod", "recordingStatusCallback",
        "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "eventCallbackUrl", "jitterBufferSize", "participantLabel",
    };

    /// <summary>The dial's status. Whoever may not come in goes on to the next verb.</summary>
    public async Task<string> Run(Turn turn, DialOptions options)
    {
        var (leg, exchange) = (turn.Leg, turn.Exchange);
        if (RoomDoor.Refuses(exchange.Conferences.Live(Name), Entry, rest: false) is var (code, why))
        {
            leg.Story.Warn(code, why);
            return "failed";
        }
        var callbacks = Callbacks.Url is { } url ? Callbacks with { Url = turn.Document.Resolve(url) } : Callbacks;
        var entry = string.IsNullOrEmpty(Entry.WaitUrl) ? Entry : Entry with { WaitUrl = turn.Document.Resolve(Entry.WaitUrl) };
        var room = exchange.Conferences.Open(Name, leg, callbacks);
        if (Recording is { } order)
            _ = exchange.Recordings.Room(room, leg, order with { Callbacks = RecordingAttributes.In(turn.Document, order.Callbacks) });
        var one = new Participant(room, leg, entry, exchange.Time.Now);
        using var limit = leg.Clock.Schedule(TimeSpan.FromSeconds(options.TimeLimit), one.Removed.Set, maySkip: false);
        await new RoomStay(exchange, one).Run(turn.Token);
        // "answered: When calling a conference, the called party answered the call and was connected to the caller."
        return "answered";
    }

    public static RoomNoun Parse(VerbElement element)
    {
        element.WarnUnknown(Attributes);
        element.WarnNotSimulated("eventCallbackUrl");
        var entry = new RoomEntry
        {
            StartOnEnter = element.Flag("startConferenceOnEnter", true, 13232),
            EndOnExit = element.Flag("endConferenceOnExit", false, 13231),
            Muted = element.Flag("muted", false, 13230),
            Beep = element.OneOf("beep", "true", 13235, RoomEntry.Beeps),
            MaxParticipants = element.Whole("maxParticipants", RoomEntry.MostParticipants, 1, RoomEntry.MostParticipants),
            CallSidToCoach = element.Attribute("coach") is { Length: > 0 } coach ? coach : null,
            Label = element.Attribute("participantLabel"),
            WaitUrl = element.Attribute("waitUrl")?.Trim(),
            WaitMethod = element.Method("waitMethod", 13234),
        };
        var events = element.Words("statusCallbackEvent", DocumentWarning.Schema, RoomEntry.Events).ToHashSet(StringComparer.Ordinal);
        return new RoomNoun(element.Text, entry, new Callbacks(element.Attribute("statusCallback"), element.Method("statusCallbackMethod"), events))
        {
            Recording = Record(element),
        };
    }

    private static RecordingOrder? Record(VerbElement element)
    {
        if (element.OneOf("record", "do-not-record", DocumentWarning.Schema, "do-not-record", "record-from-start", "true", "false") is "do-not-record" or "false")
            return null;
        return new RecordingOrder("Conference")
        {
            Trim = element.OneOf("trim", "trim-silence", 13239, "trim-silence", "do-not-trim") == "trim-silence",
            Callbacks = RecordingAttributes.Callbacks(element),
        };
    }
}
