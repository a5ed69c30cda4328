using System.Globalization;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>One authorised request: its path, route values and fields (form of a POST, query of a GET).</summary>
internal sealed class RestRequest(HttpContext context, IFormCollection? form, Exchange exchange)
{
    public Exchange Exchange => exchange;

    public string Path => context.Request.Path.Value ?? "";

    public string Account => $"/2010-04-01/Accounts/{exchange.Settings.AccountSid}";

    /// <summary>A route value without the .json that the carrier's paths end in.</summary>
    public string Route(string name)
    {
        var value = (string?)context.GetRouteValue(name) ?? "";
        return value.EndsWith(".json", StringComparison.Ordinal) ? value[..^5] : value;
    }

    public string? Field(string name) => form?[name] is { Count: > 0 } values ? values[^1] : null;

    public IEnumerable<string> Fields(string name) => form?[name].OfType<string>() ?? [];

    public string? Query(string name) => context.Request.Query[name] is { Count: > 0 } values ? values[^1] : null;

    public IEnumerable<string> QueryNames => context.Request.Query.Keys;

    public string QueryText(int page, int size)
    {
        var rest = context.Request.Query.Where(field => field.Key is not ("Page" or "PageSize" or "PageToken"))
            .SelectMany(field => field.Value.Select(value => $"&{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(value ?? "")}"));
        return string.Create(CultureInfo.InvariantCulture, $"{Path}?PageSize={size}&Page={page}{string.Concat(rest)}");
    }

    public string Required(string name) =>
        Field(name) is { Length: > 0 } value ? value : throw RestFailure.Parameter($"Parameter '{name}' is required.");

    public bool? Flag(string name) => Field(name) switch
    {
        null or "" => null,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw RestFailure.Parameter($"Parameter '{name}' is '{text}': true or false is allowed."),
    };

    public int? Whole(string name, int least, int most) => Field(name) switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most => value,
        var text => throw RestFailure.Parameter($"Parameter '{name}' is '{text}': a whole number from {least} to {most} is allowed."),
    };

    /// <summary>A method parameter: GET or POST, POST when absent.</summary>
    public string Method(string name) => Field(name)?.ToUpperInvariant() switch
    {
        null or "" or "POST" => "POST",
        "GET" => "GET",
        var text => throw RestFailure.Parameter($"Parameter '{name}' is '{text}': GET or POST is allowed."),
    };

    public string? Url(string name) => Field(name) switch
    {
        null or "" => null,
        var url when Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) => url,
        var url => throw new RestFailure(400, 21205, $"{name} '{url}' is not a valid URL: it must be absolute http or https."),
    };
}
