using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Dial's Conference.</summary>
internal sealed record RoomNoun(string Name, bool StartOnEnter, bool EndOnExit, bool Muted, string? Label, string? WaitUrl, string WaitMethod, Callbacks Callbacks)
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "muted", "beep", "startConferenceOnEnter", "endConferenceOnExit", "waitUrl", "waitMethod", "maxParticipants", "record", "region",
        "coach", "trim", "statusCallback", "statusCallbackEvent", "statusCallbackMethod", "recordingStatusCallback",
        "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "eventCallbackUrl", "jitterBufferSize", "participantLabel",
    };

    public async Task Run(Turn turn, DialOptions options)
    {
        var (leg, time) = (turn.Leg, turn.Exchange.Time);
        var room = turn.Exchange.Conferences.Open(Name, leg, Callbacks.Url is { } url ? Callbacks with { Url = turn.Document.Resolve(url) } : Callbacks);
        if (Label is not null && room.Find(Label) is not null)
            throw new CarrierFailure(16025, $"The label '{Label}' is in use in this room.", turn.Document.Url);
        var one = new Participant(room, leg, time.Now) { StartOnEnter = StartOnEnter, EndOnExit = EndOnExit, Label = Label, Muted = Muted };
        room.Join(one, time.Now);
        leg.FetchesWithoutTime = 0;
        using var music = CancellationTokenSource.CreateLinkedTokenSource(turn.Token);
        using var limit = leg.Clock.Schedule(TimeSpan.FromSeconds(options.TimeLimit), one.Removed.Set, maySkip: false);
        _ = Music(turn, one, music.Token);
        try
        {
            await one.Removed.Wait(turn.Token);
            room.Leave(one, "participant_updated_via_api", time.Now, EndedBy.Service);
        }
        catch (OperationCanceledException)
        {
            var end = leg.Pending as EndInterruption;
            leg.Status = end?.Status ?? leg.Status;
            room.Leave(one, end is null ? "participant_updated_via_api" : "participant_hung_up", time.Now, end?.By ?? EndedBy.Service);
            throw;
        }
        finally
        {
            await music.CancelAsync();
        }
    }

    /// <summary>A room's wait URL plays while the participant is alone; its failure leaves silence.</summary>
    private async Task Music(Turn turn, Participant one, CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(WaitUrl) || !one.Alone)
            return;
        using var alone = CancellationTokenSource.CreateLinkedTokenSource(token);
        one.OnCompany = alone.Cancel;
        try
        {
            await new WaitLoop(turn with { Token = alone.Token }, DocumentKind.Music, static () => []).Run(WaitUrl, WaitMethod);
        }
        catch (OperationCanceledException)
        {
            // Company came, or the leg went.
        }
        finally
        {
            one.OnCompany = null;
        }
    }

    public static RoomNoun Parse(VerbElement element)
    {
        element.WarnUnknown(Attributes);
        element.WarnNotSimulated("record", "coach", "maxParticipants", "eventCallbackUrl");
        return new RoomNoun(
            element.Text,
            element.Flag("startConferenceOnEnter", true),
            element.Flag("endConferenceOnExit", false),
            element.Flag("muted", false),
            element.Attribute("participantLabel"),
            element.Attribute("waitUrl"),
            element.Attribute("waitMethod", "POST"),
            new Callbacks(element.Attribute("statusCallback"), element.Attribute("statusCallbackMethod", "POST"), Words(element.Attribute("statusCallbackEvent"))));
    }

    private static HashSet<string> Words(string? text) =>
        (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
