namespace Community211.Ivr.Trunk.Calls;

/// <summary>A leg's time in a room, from coming in until it leaves or is put out.</summary>
internal sealed class RoomStay(Exchange exchange, Participant one)
{
    public async Task Run(CancellationToken token)
    {
        var (leg, room, time) = (one.Leg, one.Room, exchange.Time);
        one.Sound = new RoomSound(exchange, one);
        room.Join(one, time.Now);
        leg.FetchesWithoutTime = 0;
        try
        {
            await one.Removed.Wait(token);
            room.Leave(one, "participant_updated_via_api", time.Now, EndedBy.Service);
        }
        catch (OperationCanceledException)
        {
            var end = leg.Pending as EndInterruption;
            leg.Status = end?.Status ?? leg.Status;
            room.Leave(one, end is null ? "participant_updated_via_api" : "participant_hung_up", time.Now, end?.By ?? EndedBy.Service);
            throw;
        }
    }

    /// <summary>For a leg that was dialled into the room by REST: there is no document, so it ends with its stay.</summary>
    public async Task RunAll(Leg leg)
    {
        if (RoomDoor.IsFull(one))
        {
            leg.Story.Warn(16020, $"The conference is full: nobody is let in above {one.MaxParticipants}.");
            exchange.Life.End(leg, LegStatus.Completed, EndedBy.Carrier);
            return;
        }
        try
        {
            await Run(leg.Token);
        }
        catch (OperationCanceledException) when (leg.TakeInterruption() is { } wish)
        {
            if (wish is EndInterruption end)
                exchange.Life.End(leg, end.Status, end.By);
            else
                await new LegRunner(exchange).Run(leg, ((RedirectInterruption)wish).Source);
            return;
        }
        exchange.Life.End(leg, LegStatus.Completed, leg.LeftBy ?? EndedBy.Service);
    }
}
