using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>A Say for each text; a second of silence when none of them can be said, so that the document is not empty.</summary>
internal sealed class SpeakVerb : Verb<Speak>
{
    protected override void Write(Speak directive, Page page)
    {
        if (!page.Say(directive.Parts))
            page.Pause(1);
    }
}
