namespace Community211.Ivr.Trunk.Control;

/// <summary>Body of POST /sim/calls/{sid}/act: one of the five. Answer and reject are for a phone in the browser while it rings.</summary>
[Written("an act", """{"press":"1"}""")]
internal sealed record ActRequest(string? Press = null, string? Say = null, bool HangUp = false, bool Answer = false, bool Reject = false)
{
    public bool IsOneThing => (Press is null ? 0 : 1) + (Say is null ? 0 : 1) + (HangUp ? 1 : 0) + (Answer ? 1 : 0) + (Reject ? 1 : 0) == 1;
}
