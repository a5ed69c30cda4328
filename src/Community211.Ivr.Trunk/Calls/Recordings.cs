using System.Globalization;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>All recordings: of Record verbs, of Dials, and of live calls by REST. There is no sound in them, only its length.</summary>
internal sealed class Recordings(Exchange exchange, string address)
{
    // The action may be asked before the media exists.
    private static readonly TimeSpan Processing = TimeSpan.FromSeconds(2);
    private readonly List<Recording> all = [];
    private readonly RecordingCallbacks callbacks = new(exchange.Hooks);

    public IReadOnlyList<Recording> All => all;

    public Recording? Find(string sid) => all.Find(one => one.Sid == sid);

    /// <summary>The latest one of a call that still runs, as Twilio.CURRENT means it.</summary>
    public Recording? Current(Leg leg) => all.FindLast(one => one.Leg == leg && one.IsLive);

    /// <summary>Without an extension, as webhooks name it.</summary>
    public string Url(Recording recording) => $"{address}/2010-04-01/Accounts/{recording.Leg.Account}/Recordings/{recording.Sid}";

    /// <summary>Begins; ends with the leg at the latest.</summary>
    public Recording Start(Leg leg, RecordingOrder order)
    {
        var recording = new Recording(exchange.NextId("RE"), leg, order, exchange.Time.Now);
        all.Add(recording);
        leg.Story.Tell("recording", ("sid", recording.Sid), ("source", order.Source), ("channels", order.Channels));
        callbacks.Report(recording, Url(recording), "in-progress");
        if (order.ConferenceSid is null)
            _ = EndWith(recording);
        return recording;
    }

    /// <summary>A room is recorded from its start to its end, whoever comes and goes; the first who asks for it decides how.</summary>
    public async Task Room(Conference room, Leg leg, RecordingOrder order)
    {
        if (room.IsRecorded)
            return;
        room.IsRecorded = true;
        await room.Started.Wait(CancellationToken.None);
        var recording = Start(leg, order with { ConferenceSid = room.Sid });
        await room.Ended.Wait(CancellationToken.None);
        Stop(recording);
    }

    public void Pause(Recording recording, bool skip)
    {
        recording.Pause(skip);
        Changed(recording);
    }

    public void Resume(Recording recording)
    {
        recording.Resume();
        Changed(recording);
    }

    /// <summary>Ends; the media is there some seconds later. By REST it is "stopped" until then.</summary>
    public void Stop(Recording recording, bool byRest = false)
    {
        if (!recording.IsLive)
            return;
        recording.Stop();
        recording.Status = byRest ? "stopped" : "processing";
        Changed(recording);
        _ = Complete(recording);
    }

    /// <summary>Nothing was recorded: there never is media.</summary>
    public void Drop(Recording recording)
    {
        recording.Stop();
        recording.Status = "absent";
        Changed(recording);
        callbacks.Report(recording, Url(recording), "absent");
    }

    public void Delete(Recording recording) => all.Remove(recording);

    /// <summary>What an action hears of a recording.</summary>
    public Form Parameters(Recording recording) => new()
    {
        { "RecordingUrl", Url(recording) },
        { "RecordingSid", recording.Sid },
        { "RecordingDuration", (recording.Seconds ?? 0).ToString(CultureInfo.InvariantCulture) },
    };

    private void Changed(Recording recording)
    {
        recording.Updated = exchange.Time.Now;
        recording.Leg.Story.Tell("recording", ("sid", recording.Sid), ("status", recording.Status), ("seconds", recording.Seconds));
    }

    private async Task EndWith(Recording recording)
    {
        await recording.Leg.Ended.Wait(CancellationToken.None);
        Stop(recording);
    }

    private async Task Complete(Recording recording)
    {
        await exchange.Time.Delay(Processing);
        recording.Status = "completed";
        recording.Updated = exchange.Time.Now;
        callbacks.Report(recording, Url(recording), "completed");
    }
}
