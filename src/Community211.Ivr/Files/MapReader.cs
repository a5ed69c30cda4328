using System.Collections.Immutable;
using System.Globalization;

namespace Community211.Ivr.Files;

/// <summary>Takes the fields of a mapping one by one; what nobody took is a finding with the nearest known name.</summary>
public sealed class MapReader(MapNode map, Findings findings)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _fields = map.Entries.ToDictionary(e => e.Key.Value, e => e.Value, StringComparer.Ordinal);

    public Place At => map.At;

    public Findings Findings => findings;

    public ImmutableArray<MapEntry> Entries => map.Entries;

    /// <summary>A field that may be absent.</summary>
    public Node? Take(string name)
    {
        _asked.Add(name);
        return _fields.GetValueOrDefault(name);
    }

    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>The place of a field, or of the mapping where it is absent.</summary>
    public Place PlaceOf(string name) => _fields.GetValueOrDefault(name)?.At ?? map.At;

    /// <summary>Text that must be there; empty, with a finding, when it is not.</summary>
    public string Text(string name)
    {
        var node = Take(name);
        if (node is TextNode { Value.Length: > 0 } text)
            return text.Value;
        findings.Add("missing-field", node?.At ?? map.At, $"'{name}' is missing.", $"Write '{name}: ...'.");
        return "";
    }

    /// <summary>Text that may be absent.</summary>
    public string? OptionalText(string name)
    {
        var node = Take(name);
        if (node is null or TextNode { Value: "" })
            return null;
        if (node is TextNode text)
            return text.Value;
        findings.Add("not-text", node.At, $"'{name}' must be one value.", $"Write '{name}: value'.");
        return null;
    }

    /// <summary>Spoken text: it must stand in quotes, since YAML cuts unquoted text at '#'.</summary>
    public TextNode? Spoken(string name, bool required)
    {
        var node = Take(name);
        if (node is TextNode text)
        {
            if (!text.Quoted)
                findings.Add("unquoted-text", text.At, $"Spoken text must stand in quotes: {text.Value}", "Put it between double quotes.");
            if (string.IsNullOrWhiteSpace(text.Value))
                findings.Add("text-empty", text.At, $"'{name}' says nothing.", "Write what the caller hears.");
            return text;
        }
        if (node is not null)
            findings.Add("not-text", node.At, $"'{name}' must be one text.", $"Write '{name}: \"...\"'.");
        else if (required)
            findings.Add("missing-field", map.At, $"'{name}' is missing.", $"Write '{name}: \"...\"'.");
        return null;
    }

    /// <summary>A mapping; null when absent, or, with a finding, when it is something else.</summary>
    public MapReader? Map(string name, bool required = false)
    {
        var node = Take(name);
        if (node is MapNode found)
            return new MapReader(found, findings);
        if (node is not null)
            findings.Add("not-mapping", node.At, $"'{name}' must be a mapping.", $"Write '{name}: {{ name: value }}'.");
        else if (required)
            findings.Add("missing-field", map.At, $"'{name}' is missing.", $"Write '{name}: {{ ... }}'.");
        return null;
    }

    /// <summary>A list of texts; one text counts as a list of one; empty when absent.</summary>
    public ImmutableArray<TextNode> Texts(string name)
    {
        switch (Take(name))
        {
            case null:
                return [];
            case TextNode one:
                return [one];
            case ListNode list when list.Items.All(i => i is TextNode):
                return [.. list.Items.Cast<TextNode>()];
            case var other:
                findings.Add("not-list", other.At, $"'{name}' must be a list of values.", $"Write '{name}: [a, b]'.");
                return [];
        }
    }

    /// <summary>A time such as <c>4s</c> or <c>3m</c>; the default when absent or, with a finding, when it is no time.</summary>
    public TimeSpan Duration(string name, TimeSpan otherwise)
    {
        var node = Take(name);
        if (node is null)
            return otherwise;
        if (node is TextNode text && TryDuration(text.Value, out var span))
            return span;
        findings.Add("not-duration", node.At, $"'{name}' must be a time.", "Write seconds as '8s', minutes as '3m', hours as '1h'.");
        return otherwise;
    }

    /// <summary>A whole number within a range.</summary>
    public int Number(string name, int otherwise, int least, int most)
    {
        var node = Take(name);
        if (node is null)
            return otherwise;
        if (node is TextNode text && int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most)
            return n;
        findings.Add("not-number", node.At, $"'{name}' must be a whole number from {least} to {most}.", $"Write '{name}: {otherwise}'.");
        return otherwise;
    }

    /// <summary>Reports the fields that nobody asked for. Call it last.</summary>
    public void Done()
    {
        foreach (var entry in map.Entries.Where(e => !_asked.Contains(e.Key.Value)))
        {
            var near = Nearest.To(entry.Key.Value, _asked);
            findings.Add(
                "unknown-field",
                entry.Key.At,
                $"'{entry.Key.Value}' is not known here.",
                near is null ? $"Known are: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}." : $"Did you mean '{near}'?");
        }
    }

    public static bool TryDuration(string text, out TimeSpan span)
    {
        span = default;
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n > 86_400)
            return false;
        switch (text[^1])
        {
            case 's':
                span = TimeSpan.FromSeconds(n);
                return true;
            case 'm':
                span = TimeSpan.FromMinutes(n);
                return true;
            case 'h':
                span = TimeSpan.FromHours(n);
                return true;
            default:
                return false;
        }
    }
}
