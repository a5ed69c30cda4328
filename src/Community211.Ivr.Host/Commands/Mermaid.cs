using System.Text;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Host.Commands;

/// <summary>A flow as a Mermaid flowchart: what callers choose is a full line, what the machine does a dotted one.</summary>
internal static class Mermaid
{
    public static string Of(FlowModel flow)
    {
        var text = new StringBuilder("flowchart TD\n  in-(( )) --> ").Append(Id(flow.Start)).Append('\n');
        foreach (var step in flow.Steps.Values.OrderBy(s => flow.At(s.Id).Line))
        {
            var (open, close) = step switch
            {
                QueueStep => ("([", "])"),
                HangUpStep => ("((", "))"),
                WhenStep => ("{", "}"),
                MenuStep or AskStep or NeedStep or LanguageStep or CallbackStep => ("[/", "/]"),
                _ => ("[", "]"),
            };
            text.Append("  ").Append(Id(step.Id)).Append(open).Append('"').Append(step.Id).Append('"').Append(close).Append('\n');
        }
        foreach (var step in flow.Steps.Values.OrderBy(s => flow.At(s.Id).Line))
        {
            foreach (var way in step.Edges.Where(e => e.Target != Step.KeepWaiting).GroupBy(e => (e.Target, e.ByCaller)))
                text.Append("  ").Append(Id(step.Id)).Append(way.Key.ByCaller ? " -->|\"" : " -.->|\"").AppendJoin(", ", way.Select(e => Label(step, e))).Append("\"| ").Append(Id(way.Key.Target)).Append('\n');
        }
        return text.ToString().TrimEnd();
    }

    private static string Label(Step step, Edge edge) => step.KeysFor(edge.Outcome) is { } key && step is not AskStep { Digits: > 0 } ? $"{key}: {edge.Outcome}" : edge.Outcome;

    /// <summary>Words such as 'end' mean something in Mermaid.</summary>
    private static string Id(string step) => $"s_{step.Replace('-', '_')}";
}
