using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>Enqueue with our wait pages.</summary>
internal sealed class EnterLineVerb : Verb<EnterLine>
{
    protected override void Write(EnterLine directive, Page page)
    {
        using (page.Start("Enqueue"))
        {
            page.Set("waitUrl", directive.Wait, "waitUrlMethod");
            page.Set("action", directive.Result, "method");
            page.Text(directive.Queue);
        }
    }
}
