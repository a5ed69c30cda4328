using System.Text;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Who may come in: the account with its token, or an API key of it with its secret, by HTTP Basic.</summary>
internal static class RestAccess
{
    private const string Scheme = "Basic ";

    public static void Check(RestRequest request, Exchange exchange)
    {
        if (!exchange.IsConfigured)
            throw new RestFailure(503, 20503, "The trunk has no configuration yet: PUT /sim/config first.");
        var settings = exchange.Settings;
        if (!Knows(settings, Credentials(request.Authorization)))
            throw new RestFailure(401, 20003, "Authenticate");
        if (request.Route("account") is { Length: > 0 } account && account != settings.AccountSid)
            throw RestFailure.NotFound(request.Path);
    }

    private static bool Knows(TrunkSettings settings, (string User, string Password) given) =>
        given.User == settings.AccountSid ? given.Password == settings.AuthToken
        : settings.ApiKeys.TryGetValue(given.User, out var secret) && secret == given.Password;

    private static (string User, string Password) Credentials(string header)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return ("", "");
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
            return ("", "");
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }
}
