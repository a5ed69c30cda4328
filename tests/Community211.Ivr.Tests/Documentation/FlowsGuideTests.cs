using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Tests.Documentation;

/// <summary>The operators' guide shows what is tested: each example stands in a flow folder, each word has one, each finding has its line.</summary>
public sealed partial class FlowsGuideTests
{
    private static readonly string Guide = Read("flows.md");

    private static readonly ImmutableArray<string> Files =
    [
        .. new[] { "ivr-flows", "tests/deployments/new-brunswick" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.yaml")).Select(File.ReadAllText),
    ];

    public static TheoryData<string> Examples => [.. Fenced().Matches(Guide).Select(m => m.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfTheGuide_StandsInAFlowFolder(string example)
    {
        var lines = Unindented(example.TrimEnd('\n').Split('\n'));
        Assert.Contains(Files, f => Holds(f.Split('\n'), lines));
    }

    [Fact]
    public void Guide_EveryWord_HasAChapterWithAnExample() =>
        Assert.All(Words.All, w => Assert.Matches($@"\n### {w.Name}\n(?:(?!\n##)[\s\S])*?```yaml\n[\s\S]*?\b{w.Name}:", Guide));

    [Fact]
    public void Findings_EveryCodeOfTheSource_HasItsLineAndNoOther()
    {
        var source = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Community211.Ivr"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Added().Matches(File.ReadAllText(f)).SelectMany(m => m.Groups["code"].Captures.Select(c => c.Value)));
        Assert.Equal(source.Distinct().Order(StringComparer.Ordinal), Listed().Matches(Read("findings.md")).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    private static bool Holds(string[] file, string[] lines) =>
        Enumerable.Range(0, Math.Max(0, file.Length - lines.Length + 1)).Any(i => Unindented(file[i..(i + lines.Length)]).SequenceEqual(lines));

    private static string[] Unindented(string[] lines)
    {
        var indent = lines.Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return [.. lines.Select(l => l.Length > indent ? l[indent..] : "")];
    }

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Root, "docs", document));

    [GeneratedRegex(@"```yaml\n([\s\S]*?)```")]
    private static partial Regex Fenced();

    [GeneratedRegex(@"[Ff]indings\.Add\(\s*(?:\w+ \? )?""(?<code>[a-z0-9-]+)""(?: : ""(?<code>[a-z0-9-]+)"")?")]
    private static partial Regex Added();

    [GeneratedRegex(@"^\| `([a-z0-9-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
