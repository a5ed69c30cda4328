using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Community211.Ivr.Trunk.Control;

/// <summary>What is wanted and what was given, in the words of who writes JSON: no word of the language that reads it.</summary>
internal static class JsonWords
{
    private const int LongestShown = 60;

    /// <summary>"a list", or with an example where the type has one.</summary>
    public static string Wanted(JsonTypeInfo wanted) => wanted.Type.GetCustomAttribute<WrittenAttribute>() is { } written
        ? $"{written.Name} is an object such as {written.Example}"
        : Kind(wanted) + " is needed";

    public static string Shown(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"'{Cut(given.GetString()!)}'",
        _ => Cut(given.GetRawText()),
    };

    private static string Kind(JsonTypeInfo wanted) => wanted.Kind switch
    {
        JsonTypeInfoKind.Enumerable => "a list",
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        _ => Word(Nullable.GetUnderlyingType(wanted.Type) ?? wanted.Type),
    };

    private static string Word(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : type == typeof(double) ? "a number"
        : "a list or an object";

    private static string Cut(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
