using Community211.Ivr.Trunk.Verbs;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>Runs a leg's documents one after the other until it ends, with the fallback for what fails.</summary>
internal sealed class LegRunner(Exchange exchange)
{
    // A failing fallback ends the call; a loop that goes through the fallback does too.
    private const int MaxFetches = Documents.MaxFetchesWithoutTime + 10;
    private static readonly TimeSpan Apology = TimeSpan.FromSeconds(3);

    public async Task Run(Leg leg, Source first, DocumentKind kind = DocumentKind.Call)
    {
        Source? next = first;
        while (next is not null && !leg.IsOver)
            next = await Step(leg, next, kind);
    }

    private async Task<Source?> Step(Leg leg, Source source, DocumentKind kind)
    {
        try
        {
            var document = await exchange.Documents.Fetch(leg, source, kind);
            leg.Token.ThrowIfCancellationRequested();
            leg.LeftBy = null;
            var outcome = await DocumentRunner.Run(new Turn(exchange, leg, document, leg.Token));
            return After(leg, outcome, document);
        }
        catch (OperationCanceledException) when (leg.TakeInterruption() is { } wish)
        {
            return Follow(leg, wish);
        }
        catch (CarrierFailure failure)
        {
            failure.Tell(leg);
            return await Fallback(leg, failure);
        }
    }

    private UrlSource? After(Leg leg, Outcome outcome, Document document)
    {
        switch (outcome)
        {
            case GotoOutcome next:
                return next.Source;
            case RejectOutcome reject when leg.AnsweredAt is null:
                exchange.Life.End(leg, reject.Status, EndedBy.Service);
                return null;
            case NextOutcome when document.Kind == DocumentKind.Screen:
                return null;
            case NextOutcome when leg.AnsweredAt is null && document.Verbs is [.., Dial]:
                // Dialled with answerOnBridge, and nobody picked up: the caller's carrier never saw an answer.
                exchange.Life.End(leg, LegStatus.NoAnswer, EndedBy.Service);
                return null;
            default:
                exchange.Life.Answer(leg);
                exchange.Life.End(leg, LegStatus.Completed, leg.LeftBy ?? EndedBy.Service);
                return null;
        }
    }

    private Source? Follow(Leg leg, Interruption wish)
    {
        if (wish is RedirectInterruption redirect)
            return redirect.Source;
        var end = (EndInterruption)wish;
        exchange.Life.End(leg, end.Status, end.By);
        return null;
    }

    private async Task<Source?> Fallback(Leg leg, CarrierFailure failure)
    {
        if (leg.FallbackUrl is { } url && !failure.OfFallback && leg.FetchesWithoutTime < MaxFetches)
        {
            var extra = new Form
            {
                { "ErrorCode", failure.Code.ToString(System.Globalization.CultureInfo.InvariantCulture) },
                { "ErrorUrl", failure.Url },
            };
            return new UrlSource(url, leg.FallbackMethod, extra) { IsFallback = true };
        }
        try
        {
            exchange.Life.Answer(leg);
            leg.Story.Tell("hears", ("text", "We are sorry, an application error has occurred. Goodbye."), ("language", "en-US"), ("voice", ""), ("seconds", Apology.TotalSeconds));
            await leg.Pass(Apology, leg.Token);
        }
        catch (OperationCanceledException) when (leg.TakeInterruption() is { } wish)
        {
            return Follow(leg, wish);
        }
        exchange.Life.End(leg, LegStatus.Completed, EndedBy.Carrier);
        return null;
    }
}
