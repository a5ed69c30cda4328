using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Leave : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of("Leave", _ => new Leave());

    /// <summary>Outside a queue there is nothing to leave.</summary>
    public Task<Outcome> Run(Turn turn) => Task.FromResult(turn.Document.Kind == DocumentKind.Wait ? Outcome.Leave : Outcome.Next);
}
