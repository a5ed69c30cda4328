using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>Redirect.</summary>
internal sealed class GoToVerb : Verb<GoTo>
{
    protected override void Write(GoTo directive, Page page)
    {
        using (page.Start("Redirect"))
        {
            page.Set("method", "POST");
            page.Text(directive.Target);
        }
    }
}
