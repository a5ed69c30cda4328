using System.Collections.Concurrent;
using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host;

/// <summary>The live revision, and earlier ones from the store for the calls that began with them.</summary>
public sealed class FlowSets(IStore store, FlowSet live) : IFlowSets
{
    private readonly ConcurrentDictionary<string, FlowSet> _earlier = new(StringComparer.Ordinal);

    public FlowSet Live => live;

    public async Task<FlowSet> Get(string revision, CancellationToken stop)
    {
        if (revision == live.Revision)
            return live;
        if (_earlier.TryGetValue(revision, out var known))
            return known;
        var files = await store.LoadRevision(revision, stop);
        var loaded = files is null ? null : FlowLoader.Load(files, new Findings());
        return _earlier.GetOrAdd(revision, loaded ?? live);
    }

    /// <summary>The files of a flow folder.</summary>
    /// <exception cref="ConfigurationProblem">There is none.</exception>
    public static ImmutableDictionary<string, string> ReadFiles(string folder) => Directory.Exists(folder)
        ? FlowFolder.Read(folder)
        : throw new ConfigurationProblem($"The flow folder '{folder}' does not exist. Allowed: the folder with the flow files, for instance ivr-flows.");

    /// <summary>Reads the flow folder.</summary>
    /// <exception cref="ConfigurationProblem">There is none, or it has errors; each is named with its place and remedy.</exception>
    public static (FlowSet Set, ImmutableDictionary<string, string> Files) Read(string folder)
    {
        var files = ReadFiles(folder);
        var findings = new Findings();
        return FlowLoader.Load(files, findings) is { } set
            ? (set, files)
            : throw new ConfigurationProblem($"The flow in {folder} has errors and cannot go live:" + string.Concat(findings.Sorted().Select(f => $"\n  {f}")));
    }
}
