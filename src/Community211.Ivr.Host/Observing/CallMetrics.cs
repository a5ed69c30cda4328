using System.Diagnostics.Metrics;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Publishing;
using Community211.Ivr.Queues;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Host.Observing;

/// <summary>What calls come to, as figures; served at <c>/metrics</c>. Docs: docs/metrics.md. Nothing private, and no label that grows with the calls.</summary>
internal sealed class CallMetrics : ICallWatch, IDisposable
{
    /// <summary>Later than this, a timer counts as late.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    private readonly Meter _meter = new(FlowMetrics.MeterName);
    private readonly FlowSets _flows;
    private readonly Histogram<double> _webhooks;
    private readonly Histogram<double> _requests;
    private readonly Histogram<double> _matching;
    private readonly Histogram<double> _waits;
    private readonly Counter<long> _started;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _offers;
    private readonly Counter<long> _offersEnded;
    private readonly Counter<long> _inversions;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _late;

    public CallMetrics(FlowSets flows)
    {
        _flows = flows;
        _webhooks = Times("ivr_webhook_duration_seconds", "The carrier's webhooks, from the request to its answer; the carrier gives up after 15 s.", Buckets.Webhook);
        _requests = Times("ivr_carrier_request_duration_seconds", "Requests to the carrier, with the attempts that were repeated.", Buckets.Webhook);
        _matching = Times("ivr_match_duration_seconds", "Decisions of the matching rule, without the store.", Buckets.Matching);
        _waits = Times("ivr_answer_wait_seconds", "From our answering the call until a person did; its average is the ASA.", Buckets.Wait);
        _started = Count("ivr_calls_started", "Calls that began.");
        _ended = Count("ivr_calls_ended", "Calls that ended, by what became of them.", "outcome", Enum.GetValues<CallOutcome>().Where(o => o != CallOutcome.Waiting).Select(o => Word(o)).Append(ShortAbandoned));
        _offers = Count("ivr_offers_made", "Callers offered to an agent or a contact.", "to", ["agent", "contact"]);
        _offersEnded = Count("ivr_offers_ended", "Offers by how they ended.", "end", Enum.GetValues<OfferEnd>().Select(e => Word(e)).Append(Accepted));
        _inversions = Count("ivr_match_inversions", "Callers who were passed by somebody behind them; 0 unless the rule is wrong.");
        _failures = Count("ivr_store_failures", "Commits that failed, of which it is not known whether they were written; they are said again.");
        _late = Count("ivr_timers_late", $"Timers that fired more than {Late.TotalSeconds:0} s after they were due.");
    }

    private const string ShortAbandoned = "short-abandoned";
    private const string Accepted = "accepted";

    public void Webhook(string route, int status, TimeSpan took) => _webhooks.Record(took.TotalSeconds, new("route", route), new("status", status));

    public void Committed(CallState? before, CallState after, IReadOnlyCollection<Reason> reasons)
    {
        if (before is null)
            _started.Add(1);
        if (after.Phase == CallerPhase.Ended && before?.Phase != CallerPhase.Ended)
            _ended.Add(1, new KeyValuePair<string, object?>("outcome", OutcomeOf(after)));
        if (before is { Talks.IsEmpty: true } && !after.Talks.IsEmpty)
            _waits.Record(Math.Max(0, (after.Talks[0].From - after.StartedAt).TotalSeconds), new KeyValuePair<string, object?>("priority", Word(after.Flow.Priority)));
        foreach (var offer in before is null ? after.Offers : after.Offers.Where(o => before.Offers.All(b => b.Id != o.Id)))
            _offers.Add(1, new KeyValuePair<string, object?>("to", offer.Contact ? "contact" : "agent"));
        foreach (var offer in before?.Offers.Where(b => after.Offers.All(o => o.Id != b.Id)) ?? [])
            _offersEnded.Add(1, new KeyValuePair<string, object?>("end", EndOf(offer, before!, after, reasons)));
    }

    public void CommitFailed() => _failures.Add(1);

    public void Decided(int inversions, TimeSpan took)
    {
        _matching.Record(took.TotalSeconds);
        _inversions.Add(inversions);
    }

    public void CarrierAnswered(CarrierRequest request, CarrierReply reply, TimeSpan took) =>
        _requests.Record(took.TotalSeconds, new("request", JsonNamingPolicy.KebabCaseLower.ConvertName(request.GetType().Name)), new("outcome", Word(reply.Outcome)));

    public void Fires(TimeSpan late) => _late.Add(late > Late ? 1 : 0);

    public void Dispose() => _meter.Dispose();

    private string OutcomeOf(CallState ended) =>
        CallRecords.OutcomeOf(ended) is var outcome && outcome == CallOutcome.Abandoned && ended.EndedAt - ended.StartedAt < _flows.Live.Queues.Figures.ShortAbandon ? ShortAbandoned : Word(outcome);

    private static string EndOf(OpenOffer offer, CallState before, CallState after, IReadOnlyCollection<Reason> reasons) =>
        after.Connection?.Offer == offer.Id ? Accepted
        : reasons.FirstOrDefault(r => r.Code == "offer-in-vain" && r.Arguments.GetValueOrDefault("to") == offer.To) is { } vain ? Word(Enum.Parse<OfferEnd>(vain.Arguments["end"]))
        : Word(after.Epoch > before.Epoch ? OfferEnd.Taken : OfferEnd.CallerGone);

    /// <summary>A counter that is there from the start with each value of its label: an absent series and a zero are different things.</summary>
    private Counter<long> Count(string name, string what, string? label = null, IEnumerable<string>? values = null)
    {
        var counter = _meter.CreateCounter<long>(name, description: what);
        if (label is null)
            counter.Add(0);
        foreach (var value in values ?? [])
            counter.Add(0, new KeyValuePair<string, object?>(label!, value));
        return counter;
    }

    private Histogram<double> Times(string name, string what, IReadOnlyList<double> bounds) =>
        _meter.CreateHistogram(name, unit: null, what, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
