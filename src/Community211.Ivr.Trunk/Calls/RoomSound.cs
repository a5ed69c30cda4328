namespace Community211.Ivr.Trunk.Calls;

/// <summary>What one participant hears instead of the others: the wait URL until there is company, the hold URL while on hold.</summary>
internal sealed class RoomSound(Exchange exchange, Participant one)
{
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(5);
    private (string Why, string? Url, string Method)? playing;
    private CancellationTokenSource? stop;

    /// <summary>Begins and stops whatever the participant's state asks for.</summary>
    public void Update()
    {
        if (Wanted is var wanted && wanted == playing)
            return;
        playing = wanted;
        stop?.Cancel();
        if (wanted is not { } sound || sound.Url == "")
            return;
        stop = CancellationTokenSource.CreateLinkedTokenSource(one.Here);
        if (sound.Url is { } url)
            _ = Play(new UrlSource(url, sound.Method), stop.Token);
        else
            one.Leg.Story.Tell("music", ("room", one.Room.Name), ("for", sound.Why));
    }

    private (string Why, string? Url, string Method)? Wanted =>
        one.Hold ? ("hold", one.HoldUrl, one.HoldMethod)
        : one is { Alone: true, HadCompany: false } ? ("wait", one.WaitUrl, one.WaitMethod)
        : null;

    /// <summary>Again from the start whenever it runs out; a failure leaves silence, and another try.</summary>
    private async Task Play(UrlSource source, CancellationToken token)
    {
        try
        {
            while (true)
            {
                try
                {
                    await RoomDocument.Run(exchange, one.Leg, source, token);
                }
                catch (CarrierFailure)
                {
                    one.Leg.Story.Tell("silence", ("seconds", BeforeRetry.TotalSeconds));
                    await one.Leg.Pass(BeforeRetry, token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Company came, the hold is over, or the leg went.
        }
        catch (Exception failure)
        {
            // A defect of the trunk must be seen.
            one.Leg.Story.Warn(12400, "The trunk failed on this leg: " + failure);
        }
    }
}
