using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Dial's Conference.</summary>
internal sealed record RoomNoun(string Name, RoomEntry Entry, Callbacks Callbacks)
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "muted", "beep", "startConferenceOnEnter", "endConferenceOnExit", "waitUrl", "waitMethod", "maxParticipants", "record", "region",
        "coach", "trim", "statusCallback", "statusCallbackEvent", "statusCallbackMethod", "recordingStatusCallback",
        "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "eventCallbackUrl", "jitterBufferSize", "participantLabel",
    };

    private static readonly string[] Beeps = ["true", "false", "onEnter", "onExit"];

    private static readonly string[] Events = ["start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement"];

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
        var one = new Participant(exchange.Conferences.Open(Name, leg, callbacks), leg, entry, exchange.Time.Now);
        using var limit = leg.Clock.Schedule(TimeSpan.FromSeconds(options.TimeLimit), one.Removed.Set, maySkip: false);
        await new RoomStay(exchange, one).Run(turn.Token);
        return "completed";
    }

    public static RoomNoun Parse(VerbElement element)
    {
        element.WarnUnknown(Attributes);
        element.WarnNotSimulated("record", "recordingStatusCallback", "eventCallbackUrl");
        var entry = new RoomEntry
        {
            StartOnEnter = element.Flag("startConferenceOnEnter", true),
            EndOnExit = element.Flag("endConferenceOnExit", false),
            Muted = element.Flag("muted", false),
            Beep = OneOf(element, "beep", Beeps, "true"),
            MaxParticipants = element.Whole("maxParticipants", RoomEntry.MostParticipants, 1, RoomEntry.MostParticipants),
            CallSidToCoach = element.Attribute("coach") is { Length: > 0 } coach ? coach : null,
            Label = element.Attribute("participantLabel"),
            WaitUrl = element.Attribute("waitUrl")?.Trim(),
            WaitMethod = element.Attribute("waitMethod", "POST"),
        };
        return new RoomNoun(
            element.Text,
            entry,
            new Callbacks(element.Attribute("statusCallback"), element.Attribute("statusCallbackMethod", "POST"), Wanted(element)));
    }

    private static string OneOf(VerbElement element, string name, string[] allowed, string otherwise)
    {
        if (element.Attribute(name) is not { } value || allowed.Contains(value))
            return element.Attribute(name, otherwise);
        element.Reader.Warn($"<{element.Name} {name}=\"{value}\">: {string.Join(", ", allowed)} are allowed; {otherwise} is used.");
        return otherwise;
    }

    private static HashSet<string> Wanted(VerbElement element)
    {
        var words = element.Attribute("statusCallbackEvent", "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in words.Except(Events).Order(StringComparer.Ordinal))
            element.Reader.Warn($"<{element.Name} statusCallbackEvent>: there is no event '{unknown}'.");
        return words;
    }
}
