using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Community211.Ivr.Flows.Files;

namespace Community211.Ivr.Benchmarks;

/// <summary>A flow of any length: menus, messages and calendars asked in line, with the files of the second deployment around it.</summary>
internal static class LongFlow
{
    private const int Frame = 4;

    public static ImmutableDictionary<string, string> Of(int steps)
    {
        var text = new StringBuilder("""
            flow: long
            format: 1
            languages: [fr]
            start: start
            to-queue: 15s
            always: { 0: person, 8: crisis }
            steps:
              start: { region: [dialled-number], next: person }
              person: { queue: { province: 0s }, say: "En crise, faites le 8.", meanwhile: m0, finished: bye }
              crisis: { queue: { province: 0s }, priority: crisis, say: "Restez.", finished: bye }
              bye: { hang-up: "Merci." }

            """);
        var asked = steps - Frame;
        for (var i = 0; i < asked; i++)
        {
            var next = i + 1 < asked ? $"m{i + 1}" : "keep-waiting";
            var further = i + 7 < asked ? $"m{i + 7}" : "keep-waiting";
            text.Append(CultureInfo.InvariantCulture, $"  m{i}: ").AppendLine((i % 3) switch
            {
                0 => $"{{ menu: \"Pour continuer, faites le 1. Plus loin, faites le 2.\", keys: {{ 1: {next}, 2: {further} }}, otherwise: {next} }}",
                1 => $"{{ when: journee, then: {next}, otherwise: {further} }}",
                _ => $"{{ say: \"Un mot.\", next: {next} }}",
            });
        }
        return FlowFolder.Read(Path.Combine(Root(), "tests", "deployments", "new-brunswick"))
            .RemoveRange(["new-brunswick.yaml", "new-brunswick.en.yaml", "new-brunswick.calls.yaml"]).Add("long.yaml", text.ToString());
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Community211.Ivr.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The benchmarks are run from within the repository.");
    }
}
