using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host;

/// <summary>The live revision, and earlier ones from the store for the calls that began with them.</summary>
/// <param name="store">Keeps the revisions.</param>
/// <param name="first">What is live from the beginning, without a publication: replays and tests. Default: nothing, until <see cref="Use"/>.</param>
/// <param name="log">Default: nothing is logged.</param>
public sealed partial class FlowSets(IStore store, FlowSet? first = null, ILogger<FlowSets>? log = null) : IFlowSets
{
    private readonly ConcurrentDictionary<string, FlowSet> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _unreadable = new(StringComparer.Ordinal);
    private volatile LiveFlow? _now = first is null ? null : new LiveFlow(first, null);

    public FlowSet Live => Now.Set;

    /// <summary>The live revision with its publication; both change at once.</summary>
    public LiveFlow Now => _now ?? throw new InvalidOperationException("No flow is live yet.");

    /// <summary>New calls begin with this one from now on.</summary>
    public void Use(FlowSet set, Publication publication)
    {
        if (_now is { } before)
            _known[before.Set.Revision] = before.Set;
        _now = new LiveFlow(set, publication);
    }

    public async Task<FlowSet> Get(string revision, CancellationToken stop) => await Find(revision, stop) ?? Live;

    /// <summary>A revision by name; null where it is not kept, or cannot be read (which is logged once).</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A call goes on with the live revision, whatever became of its own.")]
    public async Task<FlowSet?> Find(string revision, CancellationToken stop)
    {
        if (_now?.Set is { } live && revision == live.Revision)
            return live;
        if (_known.TryGetValue(revision, out var known))
            return known;
        try
        {
            var files = await store.LoadRevision(revision, stop);
            var findings = new Findings();
            // It was checked when it went live: rules that came later must not move calls under way to another flow.
            if (files is not null && FlowLoader.Usable(files, findings) is { } loaded)
                return _known.GetOrAdd(revision, loaded);
            Unreadable(revision, files is null ? "It is not kept." : $"{findings.Sorted().FirstOrDefault(Holes.Is) ?? findings.Sorted().FirstOrDefault()}");
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            Unreadable(revision, problem.Message);
        }
        return null;
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

    private void Unreadable(string revision, string why)
    {
        if (log is not null && _unreadable.TryAdd(revision, true))
            LogUnreadable(log, revision, why);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Flow revision {Revision} cannot be used; calls that began with it go on with the live one. {Why}")]
    private static partial void LogUnreadable(ILogger log, string revision, string why);
}

/// <summary>What new calls begin with.</summary>
/// <param name="Set">The revision.</param>
/// <param name="Publication">How it went live; null for replays and tests.</param>
public sealed record LiveFlow(FlowSet Set, Publication? Publication);
