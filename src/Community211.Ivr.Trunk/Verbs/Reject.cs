using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Reject(LegStatus Status) : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of("Reject", Parse, "reason");

    /// <summary>Refuses a call that was not answered yet; on an answered one it is a hang-up.</summary>
    public Task<Outcome> Run(Turn turn) => Task.FromResult<Outcome>(new RejectOutcome(Status));

    private static Reject Parse(VerbElement element) => new(element.Attribute("reason") == "busy" ? LegStatus.Busy : LegStatus.NoAnswer);
}
