using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Commands;

/// <summary>One of the two flows of <c>diff</c>.</summary>
/// <param name="Name">As it was asked for, with its revision.</param>
/// <param name="Set">The flow.</param>
/// <param name="Files">Its files.</param>
internal sealed record DiffSide(string Name, FlowSet Set, ImmutableDictionary<string, string> Files)
{
    /// <param name="text">A flow folder; else a revision that the running service keeps, the beginning of its name, or <c>live</c>.</param>
    /// <param name="settings">Where the service is.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="BadArgument">There is neither.</exception>
    /// <exception cref="ConfigurationProblem">The flow in the folder has errors.</exception>
    public static async Task<DiffSide> Read(string text, Settings settings, CancellationToken stop)
    {
        if (Directory.Exists(text))
        {
            var (set, files) = FlowSets.Read(text);
            return new DiffSide($"{text} ({set.Revision})", set, files);
        }
        if (!text.All(char.IsAsciiLetterOrDigit) || !File.Exists(AdminToken.PathOf(settings)))
            throw new BadArgument($"There is no flow folder {text}. Allowed: a flow folder, or a revision of the service that runs here.");
        using var admin = new AdminClient(settings);
        var kept = await admin.Get<KeptRevision>($"admin/flows/{text}", stop)
            ?? throw new BadArgument($"There is no flow folder {text}, and no revision '{text}' was ever published. 'publish --list' names those that were.");
        // It was checked when it went live: rules that came later do not keep it from being compared.
        var findings = new Findings();
        return FlowLoader.Draft(kept.Files, findings) is { } live
            ? new DiffSide($"revision {kept.Revision}", live, kept.Files)
            : throw new BadArgument($"Revision {kept.Revision} cannot be read by this version: {findings.Sorted().FirstOrDefault()}");
    }
}
