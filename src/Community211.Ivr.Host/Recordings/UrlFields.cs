using System.Collections.Immutable;

namespace Community211.Ivr.Host.Recordings;

/// <summary>The fields in the query of a recorded URL: a GET webhook has all of its fields there.</summary>
internal static class UrlFields
{
    public static ImmutableArray<KeyValuePair<string, string>> Read(string url) => url.Split('?', 2) is [_, var query] ? FormText.Read(query) : [];

    /// <summary>The URL with its fields changed; those that do not change keep their writing.</summary>
    public static string Change(string url, Func<KeyValuePair<string, string>, KeyValuePair<string, string>> change)
    {
        if (url.Split('?', 2) is not [var path, var query])
            return url;
        var fields = query.Split('&').Select(raw => FormText.Read(raw) is [var field] && change(field) is var changed && changed.Value != field.Value
            ? FormText.Write([changed])
            : raw);
        return $"{path}?{string.Join('&', fields)}";
    }
}
