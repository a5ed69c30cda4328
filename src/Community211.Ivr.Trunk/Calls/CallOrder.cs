using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>A simulated caller's call to one of the account's numbers. <paramref name="Dialled"/> is what was pressed on the phone: 211, or the number.</summary>
internal sealed record CallOrder(string From, string Dialled, TrunkNumber Number, IPerson Person, bool Fast, CallFaults Faults);
