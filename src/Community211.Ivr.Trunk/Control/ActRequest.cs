namespace Community211.Ivr.Trunk.Control;

/// <summary>Body of POST /sim/calls/{sid}/act: one of the three.</summary>
internal sealed record ActRequest(string? Press = null, string? Say = null, bool HangUp = false);
