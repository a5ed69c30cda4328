using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>Pause.</summary>
internal sealed class SilenceVerb : Verb<Silence>
{
    protected override void Write(Silence directive, Page page) => page.Pause(directive.Seconds);
}
