using System.Text.Json.Serialization;
using Community211.Ivr.Flows;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>A call that ended in line or in a talk that no agent ended, shortly before the same number dialled again.</summary>
/// <param name="Call">Its CallSid.</param>
/// <param name="ArrivedAt">When it came in line: the new call keeps that time.</param>
/// <param name="Crisis">It was in crisis, and so is the new one.</param>
/// <param name="Agent">With whom the caller talked last; in a crisis the first to be offered. Null: nobody.</param>
public sealed record CutOff(string Call, DateTimeOffset ArrivedAt, bool Crisis, string? Agent)
{
    /// <summary>Whoever dials again later than this after the end begins anew.</summary>
    [JsonIgnore]
    public static readonly TimeSpan Most = TimeSpan.FromMinutes(10);

    /// <summary>How long before now a call began that may have been cut off.</summary>
    [JsonIgnore]
    public static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>Null when that call was not cut off, or too long ago.</summary>
    public static CutOff? Of(CallState before, DateTimeOffset now) =>
        before is { Phase: CallerPhase.Ended, EndedBy: not EndedBy.Service, Flow: { Line: not null, ArrivedAt: { } arrived }, EndedAt: { } ended } && now - ended <= Most
            ? new CutOff(before.Sid, arrived, before.Flow.Priority == Priority.Crisis, before.Talks.LastOrDefault() is { Contact: false } talk ? talk.With : null)
            : null;
}

/// <content>Whoever was cut off and dials again goes on where they were.</content>
internal sealed partial class CallUnit
{
    public FlowResult TakenUp(FlowResult begun, CutOff before)
    {
        State = State with { FirstTo = before.Crisis ? before.Agent : null };
        return begun with
        {
            State = begun.State with { PlaceSince = before.ArrivedAt, Priority = before.Crisis ? Priority.Crisis : begun.State.Priority },
            Reasons = [.. begun.Reasons, Reason.Of("cut-off-before", ("call", before.Call))],
        };
    }
}
