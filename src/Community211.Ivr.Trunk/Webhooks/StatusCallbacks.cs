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
        }
        leg.LastCallback = After(leg.LastCallback, leg, leg.Callbacks.Method, url, form);
    }

    private async Task After(Task before, Leg leg, string method, string url, Form form)
    {
        await before;
        await hooks.Report(leg, method, url, form);
    }
}
