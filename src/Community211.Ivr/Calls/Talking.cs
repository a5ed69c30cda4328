using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <content>With whom the caller talked, from when until when: what the figures count.</content>
internal sealed partial class CallUnit
{
    private void Met(Connection connection) => State = State with
    {
        Phase = CallerPhase.Talking,
        AnsweredBy = connection.To,
        Talks = State.Talks.Add(new Talk(connection.To, connection.Contact, Now)),
    };

    private void Parted()
    {
        if (State.Talks is [.., { Until: null } talk])
            State = State with { Talks = State.Talks.SetItem(State.Talks.Length - 1, talk with { Until = Now }) };
    }
}
