using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Records the caller until a key, silence or the longest length ends it.</summary>
internal sealed record Record : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of(
        "Record", Parse,
        "action", "method", "timeout", "finishOnKey", "maxLength", "playBeep", "trim", "recordingStatusCallback",
        "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "recordingTrack", "transcribe", "transcribeCallback");

    private const string Keys = "1234567890*#";
    private static readonly TimeSpan Beep = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Tone = TimeSpan.FromSeconds(0.2);

    public string? Action { get; init; }

    public required string Method { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required string FinishOnKey { get; init; }

    public required TimeSpan MaxLength { get; init; }

    public required bool PlayBeep { get; init; }

    public required RecordingOrder Order { get; init; }

    public async Task<Outcome> Run(Turn turn)
    {
        var (leg, recordings) = (turn.Leg, turn.Exchange.Recordings);
        if (PlayBeep)
        {
            leg.Story.Tell("beep");
            await leg.Pass(Beep, turn.Token);
        }
        var recording = recordings.Start(leg, Order with { Callbacks = RecordingAttributes.In(turn.Document, Order.Callbacks) });
        var ear = new Ear(keys: true, speech: true);
        leg.Ear = ear;
        var finished = "";
        try
        {
            leg.Person.Listening(leg, ear);
            finished = await Listen(turn, ear, recording);
        }
        catch (OperationCanceledException) when (leg.Pending is EndInterruption)
        {
            recordings.Stop(recording);
            UnheardAction.Ask(turn.Exchange, leg, Method, turn.Document.Resolve(Action), Result(turn, recording, "hangup"));
            throw;
        }
        finally
        {
            ear.IsOpen = false;
            leg.Ear = null;
            if (recording.HasSound || turn.Exchange.Settings.SavesSilence || turn.Token.IsCancellationRequested)
                recordings.Stop(recording);
            else
                recordings.Drop(recording);
        }
        return recording.Status == "absent"
            ? Outcome.Next
            : Outcome.Fetch(turn.Document.Resolve(Action), Method, Result(turn, recording, finished));
    }

    /// <summary>The key that ended it; nothing when silence or the longest length did.</summary>
    private async Task<string> Listen(Turn turn, Ear ear, Recording recording)
    {
        var clock = turn.Leg.Clock;
        var end = clock.Now + MaxLength;
        while (true)
        {
            var left = end - clock.Now;
            if (left <= TimeSpan.Zero || await Hearing.Next(turn, ear, Timeout < left ? Timeout : left) is not { } heard)
                return "";
            if (heard.Key is { } key && FinishOnKey.Contains(key, StringComparison.Ordinal))
                return key.ToString();
            var sound = heard.Words is { } words ? Spoken.Length(words, turn.Leg.SpeakingRate) : Tone;
            left = end - clock.Now;
            var recorded = sound < left ? sound : left;
            await turn.Leg.Pass(recorded, turn.Token);
            recording.Heard(recorded);
        }
    }

    private static Form Result(Turn turn, Recording recording, string digits)
    {
        var form = turn.Exchange.Recordings.Parameters(recording);
        form.Add("Digits", digits);
        return form;
    }

    private static Record Parse(VerbElement element)
    {
        element.WarnNotSimulated("transcribe", "transcribeCallback");
        var finish = element.Attribute("finishOnKey", Keys);
        if (finish.FirstOrDefault(key => !Keys.Contains(key, StringComparison.Ordinal)) is var wrong and not '\0')
        {
            element.Warn(13613, $"<Record finishOnKey=\"{finish}\">: '{wrong}' is no key; 0-9, * and # are allowed. {Keys} is used.");
            finish = Keys;
        }
        var maxLength = element.Whole("maxLength", 3600, 1, 14400, 13612);
        if (element.Flag("transcribe", false, 13614) && element.Attribute("maxLength") is not null && maxLength > 120)
            element.Warn(13615, $"<Record maxLength=\"{maxLength}\" transcribe=\"true\">: up to 120 seconds are transcribed.");
        return new Record
        {
            Action = element.Attribute("action"),
            Method = element.Method("method", 13610),
            Timeout = TimeSpan.FromSeconds(element.Whole("timeout", 5, 1, 14400, 13611)),
            FinishOnKey = finish,
            MaxLength = TimeSpan.FromSeconds(maxLength),
            PlayBeep = element.Flag("playBeep", true, 13616),
            Order = new RecordingOrder("RecordVerb")
            {
                Trim = element.OneOf("trim", "trim-silence", 13699, "trim-silence", "do-not-trim") == "trim-silence",
                Track = element.OneOf("recordingTrack", "both", 13622, "inbound", "outbound", "both"),
                Callbacks = RecordingAttributes.Callbacks(element),
            },
        };
    }
}
