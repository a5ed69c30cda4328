using System.Globalization;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>Reports a recording's progress: without From and To, one report after the other.</summary>
internal sealed class RecordingCallbacks(Hooks hooks)
{
    // 16102 "Voice Recording: Unavailable because recording is silent"
    private const int Silent = 16102;

    public void Report(Recording recording, string url, string happened)
    {
        var (leg, callbacks) = (recording.Leg, recording.Order.Callbacks);
        if (callbacks.Url is not { } to || !callbacks.Events.Contains(happened))
            return;
        var form = new Form
        {
            { "AccountSid", leg.Account },
            { "RecordingSid", recording.Sid },
            { "RecordingUrl", url },
            { "RecordingStatus", happened },
            { "RecordingChannels", Text(recording.Order.Channels) },
            { "RecordingStartTime", Rfc2822.Of(recording.Started) },
            { "RecordingSource", recording.Order.Source },
            { "RecordingTrack", recording.Order.Track },
            { "ErrorCode", Text(happened == "absent" ? Silent : 0) },
        };
        var room = recording.Order.ConferenceSid;
        form.Add(room is null ? "CallSid" : "ConferenceSid", room ?? leg.Sid);
        if (happened == "completed")
            form.Add("RecordingDuration", Text(recording.Seconds ?? 0));
        recording.LastReport = After(recording.LastReport, leg, callbacks.Method, to, form);
    }

    private async Task After(Task before, Leg leg, string method, string url, Form form)
    {
        await before;
        await hooks.Report(leg, method, url, form);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
