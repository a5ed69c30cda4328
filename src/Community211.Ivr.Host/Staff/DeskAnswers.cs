using Community211.Ivr.Calls;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Staff;

/// <summary>What a desk is answered: the state after its word, or why not with the state that is.</summary>
internal static class DeskAnswers
{
    private const int LongestReason = 40;

    /// <summary>Sets an agent as the body says.</summary>
    /// <param name="http">The request; its body says the version, and why away.</param>
    /// <param name="desk">Carries it out.</param>
    /// <param name="wish">What to set the agent to, and who says so.</param>
    /// <param name="agent">Agent id.</param>
    public static async Task<IResult> Set(HttpContext http, AgentDesk desk, AgentWish wish, string agent)
    {
        var order = wish.Order;
        var (said, refused) = order == AgentOrder.SignIn ? (new DeskOrder(null, null), null) : await JsonBody.Read<DeskOrder>(http);
        if (refused is not null)
            return refused;
        if (said!.Version is null && order != AgentOrder.SignIn)
            return JsonBody.Problem(400, """'version' is missing: give the one that the desk shows, {"version":7}.""");
        if (order == AgentOrder.Away && said.Reason?.Trim() is not { Length: > 0 and <= LongestReason })
            return JsonBody.Problem(400, $$"""'reason' is missing or longer than {{LongestReason}} characters: say why, {"version":7,"reason":"break"}.""");
        wish = wish with { Reason = order == AgentOrder.Away ? said.Reason!.Trim() : null };
        return await Tell(http, agent, await desk.Set(agent, wish, said.Version, http.RequestAborted));
    }

    public static async Task<IResult> Tell(HttpContext http, string agent, DeskAnswer answer)
    {
        var desk = await http.RequestServices.GetRequiredService<Desks>().Of(agent, http.RequestAborted);
        return answer.Outcome switch
        {
            DeskOutcome.Done => Results.Json(desk, CallJson.Options),
            DeskOutcome.AnothersOwn => Problem(403, answer, desk),
            DeskOutcome.Unknown => Problem(404, answer, desk),
            _ => Problem(409, answer, desk),
        };
    }

    private static IResult Problem(int status, DeskAnswer answer, DeskView? desk) => Results.Json(new { error = answer.WhyNot, desk }, CallJson.Options, statusCode: status);
}
