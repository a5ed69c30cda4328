namespace Community211.Ivr.Calls.Events;

/// <summary>Keys, speech or silence in answer to a turn; keys and words are private.</summary>
/// <param name="Turn">The turn that is answered.</param>
/// <param name="InLine">Whether it came from a wait page.</param>
/// <param name="Taken">What the flow made of it (step and outcome); set when it is applied, so that a forgotten call can still be replayed.</param>
public sealed record CallerAnswered(int Turn, bool InLine, string? Taken = null) : CallEvent
{
    public override string? Token => $"answer:{Turn}";
}
