using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>An empty document: the answer to a callback, which the carrier does not run.</summary>
internal sealed class NothingVerb : Verb<Nothing>
{
    protected override void Write(Nothing directive, Page page)
    {
    }
}
