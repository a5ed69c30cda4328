using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Tests.Flows;

/// <summary>The files that ship with one thing changed.</summary>
internal static class BrokenFiles
{
    public static ImmutableDictionary<string, string> Change(string file, string old, string now)
    {
        var text = Ontario.Files[file];
        Assert.Contains(old, text);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return Ontario.Files.SetItem(file, string.Concat(text.AsSpan(0, at), now, text.AsSpan(at + old.Length)));
    }

    /// <summary>Asserts the finding, at the line where the first line of <paramref name="at"/> stands (0: the whole file).</summary>
    public static Finding Expect(ImmutableDictionary<string, string> files, string code, string file, string? at = null)
    {
        var (set, findings) = Ontario.Load(files);
        Assert.Null(set);
        var finding = Assert.Single(findings, f => f.Code == code && f.File == file);
        Assert.NotEmpty(finding.Sentence);
        Assert.NotEmpty(finding.Remedy);
        if (at is not null)
        {
            var offset = files[file].IndexOf(at, StringComparison.Ordinal);
            Assert.True(offset >= 0, $"'{at}' is not in {file}.");
            Assert.Equal(files[file].AsSpan(0, offset).Count('\n') + 1, finding.Line);
            Assert.True(finding.Column >= 1);
        }
        return finding;
    }

    /// <summary>The step of a flow whose steps are changed.</summary>
    public static Step Step(string old, string now, string id)
    {
        var (set, findings) = Ontario.Load(Change("ontario.yaml", old, now));
        Assert.Empty(findings);
        return set!.Flow.Steps[id];
    }
}
