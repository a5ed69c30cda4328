using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier;

/// <summary>Our webhooks as URLs: <c>{PublicBaseUrl}/voice/step?answer=3</c>, and back.</summary>
/// <param name="publicBaseUrl">See <see cref="TwilioOptions.PublicBaseUrl"/>.</param>
public sealed class Urls(string publicBaseUrl)
{
    /// <summary>The path of recordings below the public base: revision and file follow.</summary>
    public const string AudioFolder = "/audio/";

    private const string Folder = "/voice/";

    private static readonly ImmutableDictionary<Route, string> Names = new Dictionary<Route, string>
    {
        [Route.Inbound] = "inbound",
        [Route.Step] = "step",
        [Route.Wait] = "wait",
        [Route.QueueResult] = "queue-result",
        [Route.Connect] = "connect",
        [Route.Resume] = "resume",
        [Route.Agent] = "agent",
        [Route.Conference] = "conference",
        [Route.Hold] = "hold",
        [Route.Status] = "status",
        [Route.Fallback] = "fallback",
    }.ToImmutableDictionary();

    private static readonly ImmutableDictionary<string, Route> Routes =
        Names.ToImmutableDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    private readonly string _base = Root(new PublicBase(publicBaseUrl));

    /// <summary>The absolute URL of a target.</summary>
    public string Of(Target target) => _base + PathOf(target.Route) + QueryOf(target);

    /// <summary>The absolute URL of a recording.</summary>
    /// <param name="revision">The revision that it belongs to.</param>
    /// <param name="file">Its name, without folders.</param>
    public string OfAudio(string revision, string file) => $"{_base}{AudioFolder}{revision}/{Uri.EscapeDataString(file)}";

    /// <summary>The path of a webhook below the public base, for instance <c>/voice/queue-result</c>.</summary>
    public static string PathOf(Route route) => Folder + Names[route];

    /// <summary>The target of one of our URLs, absolute or not, below whatever path base; null if it is not ours or not readable.</summary>
    /// <remarks>Unknown keys are passed over; an empty or ill-formed value counts as absent.</remarks>
    public static Target? Read(string url)
    {
        var whole = url.Split('#', 2)[0].Split('?', 2);
        var at = whole[0].LastIndexOf(Folder, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !Routes.TryGetValue(whole[0][(at + Folder.Length)..], out var route))
            return null;
        var raw = RawFields.Split(Encoding.UTF8.GetBytes(whole.Length > 1 ? whole[1] : ""));
        if (raw.Broken)
            return null;
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in raw.Fields.Where(field => field.Value.Length > 0))
            query.TryAdd(Encoding.UTF8.GetString(field.Name), Encoding.UTF8.GetString(field.Value));
        return new Target(
            route,
            Answer: Number(query, "answer"),
            At: query.GetValueOrDefault("at"),
            Call: query.GetValueOrDefault("call"),
            Epoch: Number(query, "epoch"),
            Offer: query.GetValueOrDefault("offer"),
            Page: Number(query, "page"));
    }

    /// <summary>Whether a query key is one of ours and no parameter of the carrier.</summary>
    internal static bool IsOurs(string key) => key is "answer" or "at" or "call" or "epoch" or "offer" or "page";

    private static string Root(PublicBase root) => root.Origin + root.Path;

    /// <summary>Keys stand in alphabetical order: the carrier may send them sorted, but signs what it was given.</summary>
    private static string QueryOf(Target target)
    {
        (string Key, string? Value)[] query =
        [
            ("answer", Text(target.Answer)),
            ("at", target.At),
            ("call", target.Call),
            ("epoch", Text(target.Epoch)),
            ("offer", target.Offer),
            ("page", Text(target.Page)),
        ];
        var set = query.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}");
        return string.Join('&', set) is { Length: > 0 } text ? "?" + text : "";
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Number(Dictionary<string, string> query, string key) =>
        int.TryParse(query.GetValueOrDefault(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
