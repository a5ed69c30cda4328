using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>The recording of a Dial, if it has one: from ringing or from the answer, until the talk ends.</summary>
internal sealed class DialRecording(Turn turn, DialOptions options)
{
    /// <summary>Null until it began.</summary>
    public Recording? Recording { get; private set; }

    public void Ringing()
    {
        if (options.FromRinging)
            Start();
    }

    public void Start()
    {
        if (options.Recording is { } order && Recording is null)
            Recording = turn.Exchange.Recordings.Start(turn.Leg, order with { Callbacks = RecordingAttributes.In(turn.Document, order.Callbacks) });
    }

    public void Stop()
    {
        if (Recording is { } recording)
            turn.Exchange.Recordings.Stop(recording);
    }
}
