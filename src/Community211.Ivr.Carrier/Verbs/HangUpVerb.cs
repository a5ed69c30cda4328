using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>Hangup.</summary>
internal sealed class HangUpVerb : Verb<HangUp>
{
    protected override void Write(HangUp directive, Page page) => page.Start("Hangup").Dispose();
}
