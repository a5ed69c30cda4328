using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Commands;

/// <summary>One of the two flows of <c>diff</c>.</summary>
/// <param name="Name">As it was asked for, with its revision.</param>
/// <param name="Set">The flow.</param>
/// <param name="Files">Its files.</param>
internal sealed record DiffSide(string Name, FlowSet Set, ImmutableDictionary<string, string> Files)
{
    /// <exception cref="BadArgument">There is no such folder.</exception>
    /// <exception cref="Configuration.ConfigurationProblem">The flow has errors.</exception>
    public static DiffSide Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new BadArgument($"There is no flow folder {folder}.");
        var (set, files) = FlowSets.Read(folder);
        return new DiffSide($"{folder} ({set.Revision})", set, files);
    }
}
