using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>Dial with a Number; the caller's own number is shown, as the carrier does by itself.</summary>
internal sealed class DialLineVerb : Verb<DialLine>
{
    protected override void Write(DialLine directive, Page page)
    {
        using (page.Start("Dial"))
        {
            page.Set("timeout", Math.Clamp(directive.RingSeconds, 5, 600));
            if (directive.After is { } after)
                page.Set("action", after, "method");
            using (page.Start("Number"))
                page.Text(directive.Number);
        }
    }
}
