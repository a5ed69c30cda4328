using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Files;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>What is live, for whoever watches the service.</summary>
/// <param name="Revision">The live revision.</param>
/// <param name="Publication">Its number.</param>
/// <param name="Since">Since when.</param>
/// <param name="By">Who published it.</param>
/// <param name="LastRefusal">Null if there was none, or the store cannot be read.</param>
public sealed record FlowHealth(string Revision, int? Publication, DateTimeOffset? Since, string? By, RefusalHealth? LastRefusal)
{
    public static FlowHealth Of(LiveFlow live, Refusal? refusal) => new(
        live.Set.Revision, live.Publication?.Number, live.Publication?.At, live.Publication?.Who,
        refusal is null ? null : RefusalHealth.Of(RefusalStory.Of(refusal)));
}

/// <summary>The last refusal in short.</summary>
/// <param name="At">When.</param>
/// <param name="Findings">How many.</param>
/// <param name="First">The first error, with its place and remedy.</param>
public sealed record RefusalHealth(DateTimeOffset At, int Findings, string? First)
{
    public static RefusalHealth Of(RefusalStory refusal) =>
        new(refusal.At, refusal.Findings.Length, refusal.Findings.FirstOrDefault(f => f.Severity == Severity.Error)?.ToString());
}
