using System.Globalization;
using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>
/// One page of a list, with the URIs of its neighbours. PageSize 1 to 1000, 50 when absent. A neighbour is named by the last (PA)
/// or first (PB) item of this page, so that what comes and goes meanwhile neither repeats nor loses anything.
/// </summary>
internal static class Pages
{
    private const int Most = 1000;

    /// <param name="request">Says which page.</param>
    /// <param name="name">The list's name in the answer.</param>
    /// <param name="all">Everything that the filters let through, in order.</param>
    /// <param name="sid">By what an item is known.</param>
    /// <param name="show">An item as the API shows it; only those of the page are asked for.</param>
    public static JsonObject Of<T>(RestRequest request, string name, IReadOnlyList<T> all, Func<T, string> sid, Func<RestRequest, T, JsonObject> show)
    {
        var size = Whole(request, "PageSize", 50, 1, Most);
        var page = Whole(request, "Page", 0, 0, int.MaxValue / Most);
        var first = First(request, all, sid, page, size);
        var items = all.Skip(first).Take(size).ToArray();
        var more = items.Length > 0 && first + items.Length < all.Count;
        return new JsonObject
        {
            [name] = new JsonArray([.. items.Select(item => show(request, item))]),
            ["page"] = page,
            ["page_size"] = size,
            ["start"] = page * size,
            ["end"] = Math.Max(page * size, (page * size) + items.Length - 1),
            ["uri"] = request.PageUri(page, size, request.Query("PageToken")),
            ["first_page_uri"] = request.PageUri(0, size, null),
            ["next_page_uri"] = more ? request.PageUri(page + 1, size, "PA" + sid(items[^1])) : null,
            ["previous_page_uri"] = page == 0 ? null : request.PageUri(page - 1, size, items.Length == 0 ? null : "PB" + sid(items[0])),
        };
    }

    private static int First<T>(RestRequest request, IReadOnlyList<T> all, Func<T, string> sid, int page, int size)
    {
        if (request.Query("PageToken") is not { Length: > 0 } token)
            return page * size;
        if (token.Length != 36 || token[..2] is not ("PA" or "PB"))
            throw RestFailure.Parameter($"Parameter 'PageToken' is '{token}': take it from next_page_uri.");
        for (var at = 0; at < all.Count; at++)
        {
            if (sid(all[at]) == token[2..])
                return token[1] == 'A' ? at + 1 : Math.Max(0, at - size);
        }
        return page * size;
    }

    private static int Whole(RestRequest request, string name, int otherwise, int least, int most) => request.Query(name) switch
    {
        null or "" => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => throw RestFailure.Parameter($"Parameter '{name}' is '{text}': a whole number from {least} to {most} is allowed."),
    };
}
