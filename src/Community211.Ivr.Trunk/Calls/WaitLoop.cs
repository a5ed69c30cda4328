using Community211.Ivr.Trunk.Verbs;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>What somebody hears while waiting: the wait URL, asked again whenever its document runs out.</summary>
internal sealed class WaitLoop(Turn turn, DocumentKind kind, Func<Form> parameters)
{
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Returns the QueueResult: leave, hangup, error, or system-error when the wait documents loop without time passing.
    /// Without a URL there is the carrier's own music for ever, with an empty one silence.
    /// </summary>
    public async Task<string> Run(string? waitUrl, string method)
    {
        if (waitUrl is null)
            turn.Leg.Story.Tell("plays", ("url", "the carrier's default wait music"), ("seconds", 0));
        if (string.IsNullOrWhiteSpace(waitUrl))
            await new Time.Signal().Wait(turn.Token);
        var first = new UrlSource(turn.Document.Resolve(waitUrl), method);
        while (true)
        {
            try
            {
                switch (await RunOnce(first))
                {
                    case LeaveOutcome:
                        return "leave";
                    case HangupOutcome or RejectOutcome:
                        return "hangup";
                }
            }
            catch (CarrierFailure failure)
            {
                failure.Tell(turn.Leg);
                if (!failure.IsLoop && !turn.Exchange.Settings.RetryWaitUrl && kind == DocumentKind.Wait)
                    return "error";
                turn.Leg.Story.Tell("silence", ("seconds", BeforeRetry.TotalSeconds));
                await turn.Leg.Pass(BeforeRetry, turn.Token);
                if (failure.IsLoop)
                    return "system-error";
            }
        }
    }

    private async Task<Outcome> RunOnce(UrlSource source)
    {
        while (true)
        {
            var document = await turn.Exchange.Documents.Fetch(turn.Leg, source, kind, parameters(), turn.Token);
            turn.Token.ThrowIfCancellationRequested();
            var outcome = await DocumentRunner.Run(turn with { Document = document });
            if (outcome is not GotoOutcome next)
                return outcome;
            source = next.Source;
        }
    }
}
