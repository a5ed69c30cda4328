using Community211.Ivr.Trunk.Time;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>A room: starts with a participant who may start it, ends with one who ends it or with the last one.</summary>
internal sealed class Conference(string sid, string name, string account, string token, DateTimeOffset created, ConferenceCallbacks callbacks)
{
    public string Sid => sid;

    public string Name => name;

    public string Account => account;

    public string AuthToken => token;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Updated { get; private set; } = created;

    public string Status { get; private set; } = "init";

    public string? EndedBecause { get; private set; }

    public string? EndedBySid { get; private set; }

    /// <summary>Who is in the room.</summary>
    public List<Participant> Participants { get; } = [];

    /// <summary>Who was dialled by REST and is on the way.</summary>
    public List<Participant> Expected { get; } = [];

    public IEnumerable<Participant> Everybody => Participants.Concat(Expected);

    public Signal Started { get; } = new();

    public Signal Ended { get; } = new();

    /// <summary>By the first participant who asks for it.</summary>
    public bool IsRecorded { get; set; }

    public bool IsOver => Status == "completed";

    public Participant? Find(string sidOrLabel) => Everybody.FirstOrDefault(one => one.Leg.Sid == sidOrLabel || one.Label == sidOrLabel);

    public IEnumerable<Participant> ListenersOf(Participant speaker) => Participants.Where(listener => speaker.IsHeardBy(listener));

    public void Join(Participant one, DateTimeOffset now)
    {
        Updated = now;
        Expected.Remove(one);
        Participants.Add(one);
        one.Leg.Participant = one;
        one.Leg.Story.Tell("joined", ("room", name));
        if (one.StartOnEnter && Status == "init")
        {
            Status = "in-progress";
            Started.Set();
            callbacks.Send(this, "start", "conference-start", one, now);
        }
        callbacks.Send(this, "join", "participant-join", one, now);
        if (one.BeepOnEnter)
            Beep(one, "enter");
        ConferenceMix.Update(this);
    }

    /// <summary>Somebody goes; when they end the room on leaving, everybody goes.</summary>
    public void Leave(Participant one, string reason, DateTimeOffset now, EndedBy by, bool kicked = false)
    {
        if (!Remove(one, reason, now))
            return;
        if (one.EndOnExit)
            End("participant-with-end-conference-on-exit-" + (kicked ? "kicked" : "left"), "moderator_ended_conference", one, now, by);
        else if (Participants.Count + Expected.Count == 0)
            End("last-participant-" + (kicked ? "kicked" : "left"), "", one, now, by);
        else
            ConferenceMix.Update(this);
    }

    /// <summary>Somebody who was dialled did not come.</summary>
    public void Missed(Participant one, DateTimeOffset now)
    {
        if (!Expected.Remove(one) || IsOver)
            return;
        callbacks.Send(this, "leave", "participant-leave", one, now, new Form { { "ReasonParticipantLeft", "participant_add_failed" } });
        if (Participants.Count + Expected.Count == 0)
            End("last-participant-left", "", one, now, EndedBy.Service);
    }

    public void EndByApi(DateTimeOffset now) =>
        End("conference-ended-via-api", "conference_ended_via_api", null, now, EndedBy.Service);

    public void Change(Participant one, string category, string change, DateTimeOffset now)
    {
        one.Updated = now;
        if (!Participants.Contains(one))
            return;
        callbacks.Send(this, category, change, one, now);
        ConferenceMix.Update(this);
    }

    /// <summary>Something that changes nothing in the room.</summary>
    public void Report(string category, string happened, Participant? one, Form? more = null) =>
        callbacks.Send(this, category, happened, one, callbacks.Now, more);

    private bool Remove(Participant one, string reason, DateTimeOffset now)
    {
        if (!Participants.Remove(one))
            return false;
        Updated = now;
        one.Gone();
        one.Leg.Participant = null;
        one.Leg.Story.Tell("left", ("room", name));
        callbacks.Send(this, "leave", "participant-leave", one, now, new Form { { "ReasonParticipantLeft", reason } });
        if (one.BeepOnExit)
            Beep(one, "exit");
        return true;
    }

    private void End(string because, string left, Participant? who, DateTimeOffset now, EndedBy by)
    {
        if (IsOver)
            return;
        foreach (var one in Participants.ToArray())
        {
            Remove(one, left, now);
            one.Leg.LeftBy = by;
            one.Removed.Set();
        }
        Status = "completed";
        Ended.Set();
        Updated = now;
        EndedBecause = because;
        EndedBySid = who?.Leg.Sid;
        foreach (var one in Expected.ToArray())
            one.Leg.Interrupt(new EndInterruption(LegStatus.Canceled, EndedBy.Service));
        var form = new Form { { "ReasonConferenceEnded", because }, { "Reason", because.Replace('-', ' ') } };
        if (who is not null)
        {
            form.Add("CallSidEndingConference", who.Leg.Sid);
            if (who.Label is { } label)
                form.Add("ParticipantLabelEndingConference", label);
        }
        callbacks.Send(this, "end", "conference-end", null, now, form);
    }

    private void Beep(Participant one, string why)
    {
        if (Status != "in-progress")
            return;
        foreach (var other in Participants.Where(other => other != one && !other.Hold))
            other.Leg.Story.Tell("beep", ("room", name), ("on", why));
    }
}
