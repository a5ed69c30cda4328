using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>Dial into a Conference: no beep, no music, started by whoever comes first.</summary>
internal sealed class JoinRoomVerb : Verb<JoinRoom>
{
    protected override void Write(JoinRoom directive, Page page)
    {
        using (page.Start("Dial"))
        {
            page.Set("action", directive.After, "method");
            using (page.Start("Conference"))
            {
                page.Set("beep", false);
                page.Set("startConferenceOnEnter", true);
                page.Set("endConferenceOnExit", directive.EndsOnExit);
                page.Set("waitUrl", "");
                if (directive.Events is { } events)
                {
                    page.Set("statusCallback", events, "statusCallbackMethod");
                    page.Set("statusCallbackEvent", "start end join leave");
                }
                page.Text(directive.Room);
            }
        }
    }
}
