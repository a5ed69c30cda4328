using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Community211.Ivr.Trunk.Control;

/// <summary>
/// Holds JSON against what it is to become, before it does: an unknown or repeated key, null where something is needed and a value
/// of another kind are named by their path. After that, reading it cannot fail.
/// </summary>
internal static class JsonShape
{
    /// <param name="given">What was written.</param>
    /// <param name="wanted">What it is to become.</param>
    /// <param name="path">Where: "script[0].press"; empty for the whole.</param>
    /// <param name="whole">What the whole is called: "The body".</param>
    public static void Check(JsonElement given, JsonTypeInfo wanted, string path, string whole)
    {
        if (given.ValueKind == JsonValueKind.String)
            Text(() => given.GetString()!, path, "the text");
        if (given.ValueKind == JsonValueKind.Null && !IsAnything(wanted))
            throw Wrong(given, wanted, path, whole);
        switch (wanted.Kind)
        {
            case JsonTypeInfoKind.Object:
                Object(given, wanted, path, whole);
                break;
            case JsonTypeInfoKind.Dictionary when given.ValueKind == JsonValueKind.Object:
                foreach (var (key, value) in Keys(given, path, StringComparer.Ordinal))
                    Check(value, Of(wanted.ElementType!, wanted), Join(path, key), whole);
                break;
            case JsonTypeInfoKind.Enumerable when given.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var one in given.EnumerateArray())
                    Check(one, Of(wanted.ElementType!, wanted), $"{path}[{index++}]", whole);
                break;
            case JsonTypeInfoKind.None when IsAnything(wanted):
                Anything(given, path);
                break;
            default:
                if (!Fits(given, Nullable.GetUnderlyingType(wanted.Type) ?? wanted.Type))
                    throw Wrong(given, wanted, path, whole);
                break;
        }
    }

    private static void Object(JsonElement given, JsonTypeInfo wanted, string path, string whole)
    {
        if (given.ValueKind != JsonValueKind.Object)
            throw Wrong(given, wanted, path, whole);
        var known = wanted.Properties.Where(one => one.Set is not null || one.AssociatedParameter is not null).ToArray();
        foreach (var (key, value) in Keys(given, path, StringComparer.OrdinalIgnoreCase))
        {
            var property = Array.Find(known, one => one.Name.Equals(key, StringComparison.OrdinalIgnoreCase))
                ?? throw new BadInput($"'{Join(path, key)}' is not known. Allowed: {string.Join(", ", known.Select(one => one.Name))}.");
            if (value.ValueKind != JsonValueKind.Null || !MayBeNull(property))
                Check(value, Of(property.PropertyType, wanted), Join(path, key), whole);
        }
    }

    private static IEnumerable<(string Key, JsonElement Value)> Keys(JsonElement given, string path, StringComparer names)
    {
        var seen = new HashSet<string>(names);
        foreach (var property in given.EnumerateObject())
        {
            var key = Text(() => property.Name, path, "a key");
            if (!seen.Add(key))
                throw new BadInput($"'{Join(path, key)}' is given twice: give it once.");
            yield return (key, property.Value);
        }
    }

    private static bool Fits(JsonElement given, Type type) => given.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => type == typeof(bool),
        JsonValueKind.Number => (type == typeof(int) && given.TryGetInt32(out _)) || (type == typeof(double) && double.IsFinite(given.GetDouble())),
        JsonValueKind.String => type == typeof(string),
        // Only what is a list or an object, and is looked at again where it is read.
        JsonValueKind.Array or JsonValueKind.Object => type == typeof(FaultsRequest),
        _ => false,
    };

    /// <summary>Passed on as it is; only text must be text.</summary>
    private static void Anything(JsonElement given, string path)
    {
        if (given.ValueKind == JsonValueKind.String)
            Text(() => given.GetString()!, path, "the text");
        else if (given.ValueKind == JsonValueKind.Array)
            given.EnumerateArray().ToList().ForEach(one => Anything(one, path));
        else if (given.ValueKind == JsonValueKind.Object)
            Keys(given, path, StringComparer.Ordinal).ToList().ForEach(one => Anything(one.Value, Join(path, one.Key)));
    }

    private static string Text(Func<string> read, string path, string what)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw new BadInput($"{(path.Length == 0 ? "It" : $"'{path}'")} is not readable: {what} has half of a character (a lone surrogate).");
        }
    }

    private static bool MayBeNull(JsonPropertyInfo property) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is not null
        : property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private static bool IsAnything(JsonTypeInfo wanted) => wanted.Type == typeof(JsonElement) || wanted.Type == typeof(JsonElement?);

    private static JsonTypeInfo Of(Type type, JsonTypeInfo beside) => beside.Options.GetTypeInfo(type);

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static BadInput Wrong(JsonElement given, JsonTypeInfo wanted, string path, string whole) =>
        new($"{(path.Length == 0 ? whole : $"'{path}'")} is {JsonWords.Shown(given)}: {JsonWords.Wanted(wanted)}.");
}
