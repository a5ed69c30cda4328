using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Carrier;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>A webhook from its event to its TwiML, whether it came over the wire or out of a recording.</summary>
public sealed partial class VoiceDoor(CallHandler calls, IFlowSets flows, Urls urls, TimeProvider clock, ILogger<VoiceDoor> log)
{
    /// <summary>The carrier gives up after 15 s; we answer something before that.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(8);

    private static readonly ImmutableDictionary<Route, IVoiceWebhook> Webhooks = new IVoiceWebhook[]
    {
        new Inbound(), new Step(), new Wait(), new QueueResult(), new Connect(), new Resume(), new Agent(), new Conference(), new Hold(), new Status(), new Fallback(),
    }.ToImmutableDictionary(w => w.Route);

    /// <summary>The TwiML to answer with; null when a notification could not be stored.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, the caller is brought to a person.")]
    public async Task<string?> Answer(Route route, Webhook webhook, CancellationToken stop)
    {
        var door = Webhooks[route];
        var happened = webhook.Event;
        using var limit = new CancellationTokenSource(MostTime, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            var arrival = IsOwnLeg(happened) ? new CallArrived(webhook.To) { Private = happened.Private is { } p ? new PrivatePart(p.From) : null } : null;
            var handled = await calls.Handle(
                webhook.Call, happened, arrival, (set, state) => Write(set, door.Answer(set, state, happened, clock.GetUtcNow())), stop: both.Token);
            return handled.State is { } state
                ? Write(handled.Flows!, door.Answer(handled.Flows!, state, happened, clock.GetUtcNow()))
                : Write(flows.Live, door.Unknown(flows.Live));
        }
        catch (Exception problem)
        {
            LogFailed(log, problem, route, webhook.Call);
            var told = door.Failed(flows.Live, happened, webhook.To, clock.GetUtcNow());
            // Spoken, not played: recordings come out of the store, which may be what failed.
            return told.IsEmpty ? null : new TwimlWriter(flows.Live.Languages, urls).Write(told);
        }
    }

    /// <summary>Events of the caller's own leg that make a call known which we have not heard of, because its first webhook failed.</summary>
    private static bool IsOwnLeg(CallEvent happened) =>
        happened is CallerAnswered or PageAsked or LineLeft { Result: not "hangup" } or ConnectAsked or ResumeAsked or FallbackAsked;

    private string Write(FlowSet set, ImmutableArray<Directive> directives) => new TwimlWriter(set.Languages, urls, part => Recorded(set, part)).Write(directives);

    private string? Recorded(FlowSet set, Spoken part) =>
        set.Audio.Of(part) is { } clip ? urls.OfAudio(set.Revision, clip.File[AudioReader.Folder.Length..]) : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhook {Route} of call {Call} failed; the caller is brought to a ten-digit line.")]
    private static partial void LogFailed(ILogger log, Exception problem, Route route, string call);
}
