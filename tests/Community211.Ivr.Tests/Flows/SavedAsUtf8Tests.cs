using System.Text;
using Community211.Ivr.Flows.Files;

namespace Community211.Ivr.Tests.Flows;

/// <summary>Files that an editor saved in another encoding than UTF-8.</summary>
public sealed class SavedAsUtf8Tests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ivr-latin1-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("ontario.yaml")]
    [InlineData("phrases.yaml")]
    [InlineData("ontario.fr.yaml")]
    [InlineData("towns.csv")]
    public void Check_SavedAsLatin1_SaysWhereAndWhatToDo(string file)
    {
        var text = Ontario.Files[file];
        var first = text.AsSpan().IndexOfAnyExceptInRange('\0', '\x7f');
        Assert.True(first >= 0, $"{file} has no accents.");
        foreach (var (name, whole) in Ontario.Files)
            File.WriteAllText(Path.Combine(_folder, name), whole, name == file ? Encoding.Latin1 : new UTF8Encoding(false));
        var (set, findings) = Ontario.Load(FlowFolder.Read(_folder));
        Assert.Null(set);
        var finding = Assert.Single(findings, f => f.Code == "not-utf8");
        Assert.Equal((file, text.AsSpan(0, first).Count('\n') + 1, first - text.LastIndexOf('\n', first)), (finding.File, finding.Line, finding.Column));
        Assert.Contains("UTF-8", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_SavedWithAByteOrderMark_IsTheSameText()
    {
        foreach (var (name, whole) in Ontario.Files)
            File.WriteAllText(Path.Combine(_folder, name), whole, new UTF8Encoding(true));
        Assert.Empty(Ontario.Load(FlowFolder.Read(_folder)).Findings);
    }
}
