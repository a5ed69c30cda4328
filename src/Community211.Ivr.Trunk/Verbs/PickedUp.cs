using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>A caller in line whom a Dial's Queue took: hears the document before, then talks until one of the two goes.</summary>
internal sealed class PickedUp(Turn turn, Pickup pickup)
{
    /// <summary>The QueueResult: bridged, or error when it did not come to that.</summary>
    public async Task<string> Run()
    {
        try
        {
            if (pickup.Before is { } before)
                await Hear(before);
        }
        catch (CarrierFailure failure)
        {
            failure.Tell(turn.Leg);
            return "error";
        }
        if (pickup.Over.IsSet)
            return "error";
        pickup.Connect();
        var began = turn.Leg.Clock.Now;
        await pickup.Over.Wait(turn.Token);
        if (turn.Leg.Clock.Now > began)
            turn.Leg.FetchesWithoutTime = 0;
        turn.Leg.LeftBy = EndedBy.Agent;
        return "bridged";
    }

    private async Task Hear(UrlSource source)
    {
        for (var next = source; next is not null;)
        {
            var document = await turn.Exchange.Documents.Fetch(turn.Leg, next, DocumentKind.Music, pickup.Context, turn.Token);
            next = await DocumentRunner.Run(turn with { Document = document }) is GotoOutcome other ? other.Source : null;
        }
    }
}
