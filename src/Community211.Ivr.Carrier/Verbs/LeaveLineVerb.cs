using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>Leave; legal on wait pages alone.</summary>
internal sealed class LeaveLineVerb : Verb<LeaveLine>
{
    protected override void Write(LeaveLine directive, Page page) => page.Start("Leave").Dispose();
}
