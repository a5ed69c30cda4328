using System.Globalization;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>A room's events, posted one after the other to where the first participant's noun said.</summary>
internal sealed class ConferenceCallbacks(Hooks hooks, Leg first, string? url, string method, IReadOnlySet<string> wanted)
{
    private Task last = Task.CompletedTask;
    private int number;

    public DateTimeOffset Now => hooks.Time.Now;

    public void Send(Conference room, string category, string name, Participant? one, DateTimeOffset now, Form? more = null)
    {
        if (url is null || !wanted.Contains(category))
            return;
        var form = new Form
        {
            { "AccountSid", room.Account },
            { "ConferenceSid", room.Sid },
            { "FriendlyName", room.Name },
            { "SequenceNumber", (++number).ToString(CultureInfo.InvariantCulture) },
            { "StatusCallbackEvent", name },
            { "Timestamp", Rfc2822.Of(now) },
        };
        if (one is not null)
        {
            form.Add("CallSid", one.Leg.Sid);
            form.Add("Muted", Word(one.Muted));
            form.Add("Hold", Word(one.Hold));
            form.Add("Coaching", Word(one.Coaching));
            form.Add("EndConferenceOnExit", Word(one.EndOnExit));
            form.Add("StartConferenceOnEnter", Word(one.StartOnEnter));
            if (one.Label is { } label)
                form.Add("ParticipantLabel", label);
            if (category == "leave")
                form.Add("ParticipantCallStatus", one.Leg.Status.Wire());
        }
        if (more is not null)
            form.AddRange(more);
        last = After(last, one?.Leg ?? first, form);
    }

    private async Task After(Task before, Leg leg, Form form)
    {
        await before;
        await hooks.Report(leg, method, url!, form);
    }

    private static string Word(bool value) => value ? "true" : "false";
}
