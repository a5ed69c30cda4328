using System.Globalization;
using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>One page of a list, with the URIs of its neighbours. PageSize 1 to 1000, 50 when absent.</summary>
internal static class Pages
{
    private const int Most = 1000;

    public static JsonObject Of(RestRequest request, string name, IReadOnlyCollection<JsonObject> all)
    {
        var size = Whole(request.Query("PageSize"), 50, 1);
        var page = Whole(request.Query("Page"), 0, 0);
        size = Math.Min(size, Most);
        var items = all.Skip(page * size).Take(size).ToArray();
        var more = all.Count > (page + 1) * size;
        return new JsonObject
        {
            [name] = new JsonArray([.. items]),
            ["page"] = page,
            ["page_size"] = size,
            ["start"] = page * size,
            ["end"] = Math.Max(page * size, (page * size) + items.Length - 1),
            ["uri"] = request.QueryText(page, size),
            ["first_page_uri"] = request.QueryText(0, size),
            ["next_page_uri"] = more ? request.QueryText(page + 1, size) : null,
            ["previous_page_uri"] = page > 0 ? request.QueryText(page - 1, size) : null,
        };
    }

    private static int Whole(string? text, int otherwise, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : otherwise;
}
