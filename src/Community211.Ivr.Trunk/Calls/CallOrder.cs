using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.People;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>A simulated caller's call to one of the account's numbers. <paramref name="Dialled"/> is what was pressed on the phone: 211, or the number.</summary>
internal sealed record CallOrder(string From, string Dialled, TrunkNumber Number, IPerson Person, bool Fast, CallFaults Faults)
{
    /// <summary>Parameters of this call beyond the standard ones.</summary>
    public Form Details { get; init; } = [];
}
