namespace Community211.Ivr.Calls.Events;

/// <summary>What an agent does with a talk at the desk, besides ending it.</summary>
/// <param name="Agent">Who; others' words do nothing.</param>
/// <param name="Change">What.</param>
public sealed record TalkChanged(string Agent, TalkChange Change) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        var connection = unit.TalksWith(Agent);
        switch (Change)
        {
            case TalkChange.Hold when connection is { Held: false }:
                unit.SetHeld(true);
                break;
            case TalkChange.Join when connection is { Held: true, Consult: null or { In: true } } && unit.State.Offers.IsEmpty:
                unit.SetHeld(false);
                break;
            case TalkChange.Leave when connection is { Consult: { In: true, Leaving: false } }:
                unit.LeaveTo(connection.Consult);
                break;
            case TalkChange.Drop when connection is { Consult.Leaving: false } || (connection is not null && !unit.State.Offers.IsEmpty):
                unit.DropConsult("dropped");
                break;
            default:
                unit.Refuse();
                break;
        }
    }
}

/// <summary>What may be done with a talk.</summary>
public enum TalkChange
{
    /// <summary>The caller is put on hold.</summary>
    Hold,

    /// <summary>The caller is taken off hold: all who are in the room hear each other.</summary>
    Join,

    /// <summary>The agent leaves the caller to whom they called in.</summary>
    Leave,

    /// <summary>Who was called in is let go, and the caller is back with the agent.</summary>
    Drop,
}
