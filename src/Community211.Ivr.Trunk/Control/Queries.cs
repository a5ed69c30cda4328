using System.Globalization;

namespace Community211.Ivr.Trunk.Control;

/// <summary>Reads what stands behind the ? of the control API's URLs.</summary>
internal static class Queries
{
    public static long? Whole(HttpRequest request, string name) => Text(request, name) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new BadInput($"'{name}' is '{text}'. Allowed: a whole number from 0 up."),
    };

    /// <summary>False when absent.</summary>
    public static bool Flag(HttpRequest request, string name) => Text(request, name) switch
    {
        null => false,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new BadInput($"'{name}' is '{text}'. Allowed: true or false."),
    };

    public static string? Text(HttpRequest request, string name) => request.Query[name] is { Count: > 0 } values ? values[^1] : null;
}
