using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Staff;

/// <summary>Makes, lists and revokes tokens. A supervisor's hand reaches as far as the agents of their partner.</summary>
internal sealed class TokenDesk(StaffTokens tokens, Roster roster, IStore store, TimeProvider clock)
{
    /// <param name="order">For whom and how long.</param>
    /// <param name="region">The supervisor's region; null: the admin token.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IResult> Make(TokenOrder order, string? region, CancellationToken stop)
    {
        var role = order.Agent is null ? StaffRole.Supervisor : StaffRole.Agent;
        var of = order.Agent ?? order.Supervisor!;
        if (role == StaffRole.Agent && !roster.HasAgent(of))
            return JsonBody.Problem(404, roster.NoAgent(of));
        if (role == StaffRole.Supervisor && !roster.HasRegion(of))
            return JsonBody.Problem(404, roster.NoRegion(of));
        if (region is not null && (role == StaffRole.Supervisor || roster.RegionOf(of) != region))
            return JsonBody.Problem(403, $"A supervisor of {region} makes tokens for agents of {region} only.");
        var (text, token) = await tokens.Make(role, of, order.Days, By(region, order.Who), stop);
        return Results.Json(TokenView.Tell(token, text), CallJson.Options);
    }

    public async Task<TokensView> List(string? region, CancellationToken stop) =>
        new([.. (await store.Tokens(stop)).Where(t => IsIn(t, region)).Select(t => TokenView.Tell(t))]);

    public async Task<IResult> Revoke(long id, string? region, CancellationToken stop)
    {
        if ((await store.Tokens(stop)).FirstOrDefault(t => t.Id == id && IsIn(t, region)) is not { } token)
            return JsonBody.Problem(404, $"There is no token {id}{(region is null ? "" : $" of an agent of {region}")}. 'ivr token list' lists them.");
        var now = clock.GetUtcNow();
        return await store.RevokeToken(id, now, By(region, null), stop)
            ? Results.Json(TokenView.Tell(token with { RevokedAt = now, RevokedBy = By(region, null) }), CallJson.Options)
            : JsonBody.Problem(409, $"Token {id}, of {token.Of}, is revoked already.");
    }

    private bool IsIn(StaffToken token, string? region) => region is null || (token.Role == StaffRole.Agent && roster.RegionOf(token.Of) == region);

    private static string By(string? region, string? who) => region is not null ? $"supervisor {region}" : who is { Length: > 0 } ? who : "admin";
}
