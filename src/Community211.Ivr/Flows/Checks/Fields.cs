using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Checks;

/// <summary>Finds the field that a way out of a step is written in.</summary>
internal static class Fields
{
    /// <summary>The field of a step that leads somewhere without the caller; the step itself where none is found.</summary>
    public static Place LeadingTo(FlowModel flow, string step, string target)
    {
        foreach (var edge in flow.Steps[step].Edges.Where(e => e.Target == target && !e.ByCaller))
        {
            if (flow.Places.TryGetValue($"{step}.{edge.Outcome}", out var named))
                return named;
            if (flow.Places.TryGetValue($"{step}.next", out var next))
                return next;
        }
        return flow.Places.TryGetValue($"{step}.keys", out var keys) && flow.Steps[step].Edges.Any(e => e.Target == target) ? keys : flow.At(step);
    }
}
