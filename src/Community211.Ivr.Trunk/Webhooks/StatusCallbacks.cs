using System.Globalization;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>Reports a leg's progress in order, without making the leg wait.</summary>
internal sealed class StatusCallbacks(Hooks hooks)
{
    /// <param name="leg">The leg.</param>
    /// <param name="name">initiated, ringing, answered or completed; busy, failed and the like count as completed.</param>
    public void Report(Leg leg, string name)
    {
        if (leg.Callbacks.Url is not { } url || !leg.Callbacks.Events.Contains(name))
            return;
        var form = CallParameters.Of(leg);
        form.Add("Timestamp", Rfc2822.Of(hooks.Time.Now));
        form.Add("CallbackSource", "call-progress-events");
        form.Add("SequenceNumber", leg.CallbackNumber++.ToString(CultureInfo.InvariantCulture));
        if (leg.Status.IsOver())
        {
            var seconds = (int)Math.Round(leg.Duration.TotalSeconds);
            form.Add("CallDuration", seconds.ToString(CultureInfo.InvariantCulture));
            form.Add("Duration", ((seconds + 59) / 60).ToString(CultureInfo.InvariantCulture));
            if (leg.Direction != LegDirection.Inbound)
                form.Add("SipResponseCode", SipResponse(leg.Status));
        }
        leg.LastCallback = hooks.Report(leg, leg.Callbacks.Method, url, form, leg.LastCallback);
    }

    private static string SipResponse(LegStatus status) => status switch
    {
        LegStatus.Completed => "200",
        LegStatus.Busy => "486",
        LegStatus.NoAnswer or LegStatus.Canceled => "487",
        _ => "404",
    };
}
