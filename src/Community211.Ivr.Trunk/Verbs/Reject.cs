using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Reject(LegStatus Status) : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of("Reject", Parse, "reason");

    public bool Answers => false;

    /// <summary>Refuses a call that was not answered yet; on an answered one it is a hang-up.</summary>
    public Task<Outcome> Run(Turn turn)
    {
        if (turn.Leg.AnsweredAt is not null)
            turn.Leg.Story.Warn(DocumentWarning.Schema, "<Reject> on a call that was answered: it can only be hung up. <Reject> must be the first verb of the first document.");
        return Task.FromResult<Outcome>(new RejectOutcome(Status));
    }

    private static Reject Parse(VerbElement element) =>
        new(element.OneOf("reason", "rejected", 13810, "rejected", "busy") == "busy" ? LegStatus.Busy : LegStatus.NoAnswer);
}
