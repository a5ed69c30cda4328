namespace Community211.Ivr.Trunk.Calls;

/// <summary>Who ended a leg, as the control API reports it.</summary>
internal enum EndedBy
{
    Caller,
    Service,
    Agent,
    Carrier,
}
