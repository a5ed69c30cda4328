using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows;

/// <summary>A caller in line as the matcher sees them, as far as the flow knows; who is being offered to whom comes from elsewhere.</summary>
public static class LineEntry
{
    /// <summary>Null for a caller who is in no line.</summary>
    public static QueueEntry? Of(FlowContext at, string call)
    {
        var state = at.State;
        if (state.Line is not { } line)
            return null;
        return new QueueEntry
        {
            Call = call,
            Priority = state.Priority,
            Region = state.Region,
            Language = state.Language,
            LanguageNeed = state.Language is not { } language ? LanguageNeed.None : at.Set.Flow.Languages.Contains(language) ? LanguageNeed.Owed : LanguageNeed.Preferred,
            Members = ((QueueStep)at.Set.Flow.Steps[line.Queue]).MembersFor(at),
            ArrivedAt = state.ArrivedAt ?? at.Now,
        };
    }
}
