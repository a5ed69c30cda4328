using Community211.Ivr.Calls.Ports;
using Microsoft.AspNetCore.Http.Features;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Staff;

/// <summary>Lets agents and supervisors in, each to their own endpoints, as long as they stand in the live <c>places.yaml</c>.</summary>
internal static class StaffDoor
{
    /// <summary>Endpoints that are refused without a token of that role.</summary>
    public static RouteGroupBuilder MapStaffGroup(this IEndpointRouteBuilder app, string path, StaffRole role) => app.MapGroup(path).AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var (token, refused) = await http.RequestServices.GetRequiredService<StaffTokens>().Admit(http.Request.Headers.Authorization, role, http.RequestAborted);
        if (token is null)
            return refused;
        var roster = http.RequestServices.GetRequiredService<Roster>();
        if (!(role == StaffRole.Agent ? roster.HasAgent(token.Of) : roster.HasRegion(token.Of)))
            return JsonBody.Problem(403, $"{token.Of} does not stand in the live places.yaml any more.");
        http.Features.Set(token);
        return await next(context);
    });

    /// <summary>Whose token it was that was let in.</summary>
    public static StaffToken Holder(this HttpContext http) => http.Features.GetRequiredFeature<StaffToken>();
}
