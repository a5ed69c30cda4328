using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>The account itself: what a check of the credentials asks for. Its token is not shown.</summary>
internal static class AccountRoutes
{
    private static readonly string[] Resources = ["calls", "conferences", "incoming_phone_numbers", "messages", "queues", "recordings"];

    public static void Map(IEndpointRouteBuilder routes, RestApi api) => routes.MapGet(RestApi.Root, api.On(Fetch));

    private static RestAnswer Fetch(RestRequest request)
    {
        var account = request.Exchange.Settings.AccountSid;
        var created = Rfc2822.Of(request.Exchange.Started);
        var uris = new JsonObject();
        foreach (var name in Resources)
            uris[name] = $"{request.Account}/{Path(name)}.json";
        return RestAnswer.Ok(new JsonObject
        {
            ["sid"] = account,
            ["owner_account_sid"] = account,
            ["friendly_name"] = "The simulated carrier",
            ["auth_token"] = null,
            ["status"] = "active",
            ["type"] = "Full",
            ["date_created"] = created,
            ["date_updated"] = created,
            ["uri"] = request.Account + ".json",
            ["subresource_uris"] = uris,
        });
    }

    private static string Path(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
