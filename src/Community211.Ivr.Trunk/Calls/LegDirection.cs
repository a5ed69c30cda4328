namespace Community211.Ivr.Trunk.Calls;

internal enum LegDirection
{
    Inbound,
    OutboundApi,
    OutboundDial,
}
