using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Redirect(string Url, string Method) : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of("Redirect", Parse, "method");

    public Task<Outcome> Run(Turn turn) => Task.FromResult(Outcome.Fetch(turn.Document.Resolve(Url), Method));

    private static Redirect Parse(VerbElement element) => new(element.Text, element.Method("method", 13710));
}
