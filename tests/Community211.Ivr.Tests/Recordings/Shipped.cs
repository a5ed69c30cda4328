using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Tests.Recordings;

/// <summary>The recordings of the repository, and its flow, as it is or changed.</summary>
internal static class Shipped
{
    public static readonly string Folder = Path.Combine(Repository.Root, "tests", "recordings");

    public static readonly ImmutableArray<string> Names = [.. Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    private static readonly ImmutableDictionary<string, string> Files = FlowFolder.Read(Path.Combine(Repository.Root, "ivr-flows"));

    public static FlowSet Flows { get; } = Changed([]);

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static Recording Read(string name) => RecordingFile.Read(Text(name));

    /// <summary>The flow folder with texts replaced; each must be there.</summary>
    public static FlowSet Changed(params ReadOnlySpan<(string File, string Old, string New)> changes)
    {
        var files = Files;
        foreach (var (file, old, young) in changes)
        {
            Assert.Contains(old, files[file], StringComparison.Ordinal);
            files = files.SetItem(file, files[file].Replace(old, young, StringComparison.Ordinal));
        }
        var findings = new Findings();
        return FlowLoader.Load(files, findings) ?? throw new InvalidOperationException(string.Join('\n', findings.Sorted()));
    }

    public static Task<ImmutableArray<string>> Replay(Recording recording, FlowSet flows) =>
        new Replayer(flows, new CallRules()).Run(recording, TestContext.Current.CancellationToken);
}
