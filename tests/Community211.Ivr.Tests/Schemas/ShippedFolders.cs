using System.Collections.Immutable;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Host.Schemas;

namespace Community211.Ivr.Tests.Schemas;

/// <summary>Flow folders of the repository, each file with its schema.</summary>
internal static class ShippedFolders
{
    public static readonly ImmutableDictionary<string, string> Second = FlowFolder.Read(Path.Combine(Repository.Root, "tests", "deployments", "new-brunswick"));

    /// <summary>Words and fields that neither folder uses.</summary>
    public static readonly ImmutableDictionary<string, string> Further = Flows.WithSteps.Files("""
          asked: { ask: "Your number?", digits: 4, next: out, otherwise: out }
          out: { transfer: distress-centre, say: "One moment.", finished: goodbye, failed: keep-waiting }

        """).Add("audio.yaml", "format: 1\nrecordings:\n  - { file: audio/one-moment.en.wav, language: en, says: \"One moment.\" }\n").Add("audio/one-moment.en.wav", Flows.Wav.Of(1));

    public static readonly ImmutableArray<ImmutableDictionary<string, string>> All = [RealFlow.Files, Second, Further];

    /// <summary>The schema of a file by its name.</summary>
    public static string SchemaOf(string file)
    {
        var parts = file.Split('.');
        var kind = parts switch
        {
            [_, "calls", "yaml"] => "calls",
            [_, _, "yaml"] => "translation",
            [var name, "yaml"] when FlowSchemas.All.ContainsKey(FlowSchemas.FileName(name)) => name,
            _ => "flow",
        };
        return FlowSchemas.FileName(kind);
    }

    public static IEnumerable<string> Yaml(ImmutableDictionary<string, string> files) =>
        files.Keys.Where(f => f.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
