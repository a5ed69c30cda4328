using System.Globalization;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>Whoever was dialled since a call began and stays on the line after it, with no other caller: in a service that carries one call, the call's leftovers.</summary>
internal static class Leftovers
{
    // Of real time: a webhook and a REST request later, each leg should be gone.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Once the call is over, and a few seconds more if they are needed.</summary>
    public static async Task<IReadOnlyList<string>> Of(Exchange exchange, Leg call)
    {
        await call.Ended.Wait(CancellationToken.None);
        using var patience = new CancellationTokenSource();
        using var timer = exchange.Time.Timer(patience.Cancel);
        timer.Change(Grace, Timeout.InfiniteTimeSpan);
        try
        {
            while (Legs(exchange, call).FirstOrDefault() is { } leg)
                await leg.Ended.Wait(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return [.. Legs(exchange, call).Select(Told)];
        }
        return [];
    }

    private static IEnumerable<Leg> Legs(Exchange exchange, Leg call) => exchange.Legs.Where(leg =>
        leg is { IsOver: false, Direction: not LegDirection.Inbound } && leg.Created >= call.Created && !HasAnother(exchange, leg, call));

    private static bool HasAnother(Exchange exchange, Leg leg, Leg call) =>
        leg.TalkedWith.Any(sid => sid != call.Sid && exchange.Find(sid) is { Direction: LegDirection.Inbound, IsOver: false });

    private static string Told(Leg leg) => string.Create(
        CultureInfo.InvariantCulture, $"the leg {leg.Sid} to {leg.To} is {leg.Status.Wire()} {Grace.TotalSeconds:0} s after the call");
}
