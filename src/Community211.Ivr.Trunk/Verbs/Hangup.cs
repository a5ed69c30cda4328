using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Hangup : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of("Hangup", _ => new Hangup());

    public Task<Outcome> Run(Turn turn) => Task.FromResult(Outcome.Hangup);
}
