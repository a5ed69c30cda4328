using System.Globalization;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>One request: its path, route values and fields (form of a POST, query of a GET).</summary>
internal sealed class RestRequest(HttpContext context, IFormCollection? form, Exchange exchange)
{
    /// <summary>The carrier has no code for fields that it ignores; this is the one it has for attributes.</summary>
    public const int WarningCode = 12200;

    private static readonly string[] Endings = [".xml", ".csv", ".html"];
    private readonly List<string> warnings = [];

    public Exchange Exchange => exchange;

    public string Method => context.Request.Method;

    public string Path => context.Request.Path.Value ?? "";

    public string Authorization => context.Request.Headers.Authorization.ToString();

    public string Account => $"/2010-04-01/Accounts/{exchange.Settings.AccountSid}";

    public IReadOnlyList<string> Warnings => warnings;

    public void Warn(string warning) => warnings.Add(warning);

    /// <summary>
    /// "suffix `.json` needed (default is XML)". Recordings are media without it.
    /// </summary>
    public void WantJson()
    {
        if (Path.EndsWith(".json", StringComparison.Ordinal) || Path.Contains("/Recordings/", StringComparison.Ordinal))
            return;
        var bare = Endings.Aggregate(Path, (path, ending) => path.EndsWith(ending, StringComparison.Ordinal) ? path[..^ending.Length] : path);
        if (OtherRoutes.IsSimulated(bare + ".json"))
            throw new RestFailure(406, 20406, $"not simulated: XML, which the carrier answers here. Ask for {bare}.json.");
    }

    /// <summary>A route value without the .json that the carrier's paths end in.</summary>
    public string Route(string name)
    {
        var value = (string?)context.GetRouteValue(name) ?? "";
        return value.EndsWith(".json", StringComparison.Ordinal) ? value[..^5] : value;
    }

    /// <summary>The carrier ignores fields that it does not know; here each is told, and so is what is not simulated.</summary>
    public void Expect(RestFields fields)
    {
        foreach (var (name, values) in form ?? FormCollection.Empty)
        {
            if (fields.NotSimulated.Contains(name) && values.ToString() is { Length: > 0 } value and not "false" and not "do-not-record")
                Warn($"not simulated: {name}={value} of {Method} {Path}.");
            else if (!fields.NotSimulated.Contains(name) && !fields.Known.Contains(name))
                Warn($"Unknown field '{Printable.Name(name)}' of {Method} {Path}: ignored.");
        }
    }

    public string? Field(string name) => form?[name] is { Count: > 0 } values ? values[^1] : null;

    public bool Has(string name) => form?.ContainsKey(name) == true;

    public IEnumerable<string> Fields(string name) => form?[name].OfType<string>() ?? [];

    public string? Query(string name) => context.Request.Query[name] is { Count: > 0 } values ? values[^1] : null;

    /// <summary>The log's line about this request.</summary>
    public void Tell(int status, JsonNode? code, JsonNode? sid) =>
        RestLog.Tell(exchange, context.Request, RestLog.Fields(form ?? FormCollection.Empty), status, code, sid);

    /// <summary>This list's address with another page.</summary>
    public string PageUri(int page, int size, string? token)
    {
        var rest = context.Request.Query.Where(field => field.Key is not ("Page" or "PageSize" or "PageToken"))
            .SelectMany(field => field.Value.Select(value => $"&{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(value ?? "")}"));
        var mark = token is null ? "" : "&PageToken=" + token;
        return string.Create(CultureInfo.InvariantCulture, $"{Path}?PageSize={size}&Page={page}{mark}{string.Concat(rest)}");
    }

    public string Required(string name) =>
        Field(name) is { Length: > 0 } value ? value : throw RestFailure.Parameter($"Parameter '{name}' is required.");

    public bool? Flag(string name) => Flag(name, Field(name));

    /// <summary>A filter that is true or false.</summary>
    public bool? QueryFlag(string name) => Flag(name, Query(name));

    public int? Whole(string name, int least, int most) => Field(name) switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most => value,
        var text => throw RestFailure.Parameter($"Parameter '{name}' is '{text}': a whole number from {least} to {most} is allowed."),
    };

    /// <summary>A method parameter: GET or POST.</summary>
    public string Verb(string name, string otherwise = "POST") => Field(name)?.ToUpperInvariant() switch
    {
        null or "" => otherwise,
        "POST" => "POST",
        "GET" => "GET",
        var text => throw RestFailure.Parameter($"Parameter '{name}' is '{text}': GET or POST is allowed."),
    };

    public string? Url(string name) => Field(name) switch
    {
        null or "" => null,
        var url when Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" => url,
        var url => throw new RestFailure(400, 21205, $"{name} '{url}' is not a valid URL: it must be absolute http or https."),
    };

    /// <summary>A list of words, in repeated fields or parted by spaces in one.</summary>
    public string[] Words(string name) => [.. Fields(name).SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static bool? Flag(string name, string? text) => text switch
    {
        null or "" => null,
        _ when bool.TryParse(text, out var value) => value,
        _ => throw RestFailure.Parameter($"Parameter '{name}' is '{text}': true or false is allowed."),
    };
}
