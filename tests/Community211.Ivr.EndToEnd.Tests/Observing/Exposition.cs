using System.Globalization;
using System.Text.RegularExpressions;

namespace Community211.Ivr.EndToEnd.Tests.Observing;

/// <summary>Prometheus' text format, read strictly: what does not keep to it is an error with its line.</summary>
internal sealed partial class Exposition
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _helps = new(StringComparer.Ordinal);
    private readonly List<Sample> _samples = [];

    private Exposition()
    {
    }

    public IReadOnlyDictionary<string, string> Types => _types;

    public IReadOnlyDictionary<string, string> Helps => _helps;

    public IReadOnlyList<Sample> Samples => _samples;

    /// <summary>The sum over all series that have these labels; 0 if none has.</summary>
    public double Sum(string name, params (string Label, string Value)[] labels) =>
        _samples.Where(s => s.Name == name && labels.All(l => s.Labels.GetValueOrDefault(l.Label) == l.Value)).Sum(s => s.Value);

    public static Exposition Read(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var read = new Exposition();
        foreach (var line in text.TrimEnd('\n').Split('\n').Where(l => l.Length > 0 && l != "# EOF"))
            read.Line(line);
        read.Check();
        return read;
    }

    private void Line(string line)
    {
        if (line.StartsWith('#'))
        {
            var said = Comment().Match(line);
            Assert.True(said.Success, $"no HELP, TYPE or UNIT: {line}");
            var into = said.Groups[1].Value switch { "TYPE" => _types, "HELP" => _helps, _ => null };
            Assert.True(into is null || into.TryAdd(said.Groups[2].Value, said.Groups[3].Value), $"said twice: {line}");
            return;
        }
        var sample = Series().Match(line);
        Assert.True(sample.Success, $"no sample: {line}");
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match label in Label().Matches(sample.Groups[2].Value))
            Assert.True(labels.TryAdd(label.Groups[1].Value, label.Groups[2].Value), $"a label twice: {line}");
        var value = sample.Groups[3].Value == "+Inf" ? double.PositiveInfinity : double.Parse(sample.Groups[3].Value, CultureInfo.InvariantCulture);
        _samples.Add(new Sample(sample.Groups[1].Value, labels, value));
    }

    private void Check()
    {
        Assert.Equal(_samples.Count, _samples.Select(s => $"{s.Name}{s.Key("")}").Distinct().Count());
        foreach (var sample in _samples)
        {
            var (family, type) = Family(sample.Name);
            Assert.True(type is "counter" or "gauge" or "histogram", $"{sample.Name} has no TYPE");
            Assert.True(type != "counter" || (sample.Value >= 0 && sample.Name.EndsWith("_total", StringComparison.Ordinal)), $"{sample.Name} is no counter");
            Assert.True(_helps.GetValueOrDefault(family)?.Length > 0 || !family.StartsWith("ivr_", StringComparison.Ordinal), $"{family} has no HELP");
        }
        foreach (var histogram in _types.Where(t => t.Value == "histogram").Select(t => t.Key))
            Histogram(histogram);
    }

    /// <summary>Buckets never fall, the last is +Inf and as much as the count.</summary>
    private void Histogram(string name)
    {
        foreach (var series in _samples.Where(s => s.Name == $"{name}_bucket").GroupBy(s => s.Key("le")))
        {
            var bounds = series.Select(s => s.Labels["le"] == "+Inf" ? double.PositiveInfinity : double.Parse(s.Labels["le"], CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(bounds.Order().Distinct(), bounds);
            Assert.Equal(double.PositiveInfinity, bounds[^1]);
            Assert.Equal(series.Select(s => s.Value).Order(), series.Select(s => s.Value));
            Assert.Equal(series.Last().Value, Assert.Single(_samples, s => s.Name == $"{name}_count" && s.Key("") == series.Key).Value);
            Assert.Single(_samples, s => s.Name == $"{name}_sum" && s.Key("") == series.Key);
        }
    }

    private (string Family, string? Type) Family(string name)
    {
        foreach (var part in (string[])["", "_bucket", "_count", "_sum"])
        {
            if (name.EndsWith(part, StringComparison.Ordinal) && _types.GetValueOrDefault(name[..^part.Length]) is { } type && (part.Length == 0 || type == "histogram"))
                return (name[..^part.Length], type);
        }
        return (name, null);
    }

    [GeneratedRegex(@"^# (HELP|TYPE|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$")]
    private static partial Regex Comment();

    [GeneratedRegex("""^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)*)\})? ([+-]?Inf|NaN|[-+0-9.eE]+)(?: -?\d+)?$""")]
    private static partial Regex Series();

    [GeneratedRegex("""([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)",?""")]
    private static partial Regex Label();
}

/// <summary>One series at one moment.</summary>
internal sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
{
    /// <summary>The labels but for one, in order.</summary>
    public string Key(string without) => string.Join(',', Labels.Where(l => l.Key != without).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"));
}
