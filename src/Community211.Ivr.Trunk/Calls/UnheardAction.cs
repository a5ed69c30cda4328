using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>An action that is requested although its answer is not run: the caller is gone, or runs another document.</summary>
internal static class UnheardAction
{
    public static void Ask(Exchange exchange, Leg leg, string method, string url, Form form)
    {
        if (leg.Pending is EndInterruption end)
            leg.Status = end.Status;
        _ = exchange.Hooks.Ask(leg, method, url, CallParameters.Of(leg).With(form));
    }
}
