using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Publishing;

/// <summary>A revision with the files that it is made of.</summary>
internal sealed record RevisionFiles(FlowSet Set, ImmutableDictionary<string, string> Files)
{
    /// <summary>Null when the files have errors.</summary>
    public static RevisionFiles? Of(ImmutableDictionary<string, string> files) =>
        FlowLoader.Load(files, new Findings()) is { } set ? new RevisionFiles(set, files) : null;
}
