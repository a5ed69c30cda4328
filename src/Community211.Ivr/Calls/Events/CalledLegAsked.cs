namespace Community211.Ivr.Calls.Events;

/// <summary>A leg to a caller who is called back asks what to do: first for the greeting, then with a key or silence.</summary>
/// <param name="Dial">The dial in its URL.</param>
/// <param name="Called">CallSid of the leg.</param>
/// <param name="At">null: the greeting; <c>key</c>: a key or silence after it.</param>
/// <param name="Taken">What was pressed: <c>1</c> it is the person, <c>2</c> it is not, <c>none</c>; set when it is applied.</param>
public sealed record CalledLegAsked(string Dial, string Called, string? At, string? Taken = null) : CallEvent
{
    public override string? Token => $"called:{Dial}:{Called}:{At}";

    internal override void Apply(CallUnit unit)
    {
        if (unit.State.Callback is not { } callback || callback.Dial != Dial || (callback.Leg is { } claimed && claimed != Called))
            return;
        unit.State = unit.State with { Callback = callback with { Leg = Called } };
        if (At != "key")
            return;
        var taken = Taken ?? Private?.Digits switch
        {
            "1" => "1",
            null or "" => "none",
            _ => "2",
        };
        unit.Recorded = this with { Taken = taken };
        if (taken == "1")
            unit.Reached(Called);
        else
            unit.NotReached(taken == "none" ? "nobody" : "not-the-person", legEnds: true);
    }
}
