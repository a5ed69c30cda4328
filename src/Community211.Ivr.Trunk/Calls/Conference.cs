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

    public List<Participant> Participants { get; } = [];

    public bool IsOver => Status == "completed";

    public Participant? Find(string sidOrLabel) =>
        Participants.Find(one => one.Leg.Sid == sidOrLabel || one.Label == sidOrLabel);

    public void Join(Participant one, DateTimeOffset now)
    {
        Updated = now;
        Participants.Add(one);
        one.Leg.Participant = one;
        one.Leg.Story.Tell("joined", ("room", name));
        if (one.StartOnEnter && Status == "init")
        {
            Status = "in-progress";
            callbacks.Send(this, "start", "conference-start", one, now);
        }
        callbacks.Send(this, "join", "participant-join", one, now);
        Talk();
    }

    /// <summary>Somebody goes; when they end the room on leaving, everybody goes.</summary>
    public void Leave(Participant one, string reason, DateTimeOffset now, EndedBy by)
    {
        if (!Remove(one, reason, now))
            return;
        if (one.EndOnExit)
            End("participant-with-end-conference-on-exit-left", "moderator_ended_conference", one, now, by);
        else if (Participants.Count == 0)
            End("last-participant-left", "", one, now, by);
        else
            Talk();
    }

    public void EndByApi(DateTimeOffset now) =>
        End("conference-ended-via-api", "conference_ended_via_api", null, now, EndedBy.Service);

    public void Change(Participant one, string category, string change, DateTimeOffset now)
    {
        one.Updated = now;
        callbacks.Send(this, category, change, one, now);
        Talk();
    }

    private bool Remove(Participant one, string reason, DateTimeOffset now)
    {
        if (!Participants.Remove(one))
            return false;
        Updated = now;
        one.SetAlone(false);
        one.Leg.Participant = null;
        one.Leg.Story.Tell("left", ("room", name));
        callbacks.Send(this, "leave", "participant-leave", one, now, new Form { { "ReasonParticipantLeft", reason } });
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
        Updated = now;
        EndedBecause = because;
        EndedBySid = who?.Leg.Sid;
        var form = new Form { { "ReasonConferenceEnded", because } };
        if (who is not null)
        {
            form.Add("CallSidEndingConference", who.Leg.Sid);
            if (who.Label is { } label)
                form.Add("ParticipantLabelEndingConference", label);
        }
        callbacks.Send(this, "end", "conference-end", null, now, form);
    }

    private void Talk()
    {
        var together = Status == "in-progress" ? Participants.Where(one => !one.Hold).ToArray() : [];
        foreach (var one in Participants.ToArray())
        {
            var others = together.Contains(one) ? together.Where(other => other != one).ToArray() : [];
            one.SetAlone(others.Length == 0);
            foreach (var other in others)
                Talks.Begin(one.Leg, other.Leg);
        }
    }
}
