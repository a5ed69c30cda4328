using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>One of the carrier's doors: what its leg is told, from the state after the event.</summary>
internal interface IVoiceWebhook
{
    Route Route { get; }

    ImmutableArray<Directive> Answer(FlowSet flows, CallState state, CallEvent happened, DateTimeOffset now);

    /// <summary>What is told when we fail, free of the store: a live leg is never left in silence, and only one that has talked with a person is ended.</summary>
    ImmutableArray<Directive> Failed(FlowSet flows, CallEvent happened, string dialled, DateTimeOffset now) =>
        happened is ResumeAsked { At: "line", Dial: "completed" or "answered" }
            ? [new HangUp()]
            : Failures.ToLine(flows, dialled, now, happened is ResumeAsked { At: "line" });

    /// <summary>What is told when the call is not known to us.</summary>
    ImmutableArray<Directive> Unknown(FlowSet flows) => [new HangUp()];
}
