using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Tests.Flows;

/// <summary>The files that ship with a small flow of one language, whose steps a test writes.</summary>
internal static class WithSteps
{
    private const string Head = """
        flow: small
        format: 1
        languages: [en]
        start: first
        always: { 0: person, 9: crisis }
        steps:
          person: { queue: { region: 0s }, say: "In danger, dial 9-1-1. In a crisis, press 9.", finished: goodbye, meanwhile: asked }
          crisis: { queue: { region: 0s, province: 0s }, priority: crisis, say: "Stay: someone is coming.", finished: goodbye }
          goodbye: { hang-up: "Thank you." }

        """;

    /// <summary>Files of a flow with these further steps, each line indented by two.</summary>
    public static ImmutableDictionary<string, string> Files(string steps) =>
        Ontario.Files.Remove("ontario.yaml").Remove("ontario.fr.yaml").Remove("ontario.calls.yaml").Add("small.yaml", Head + steps);

    /// <summary>The flow; the test fails with the findings when it has errors.</summary>
    public static FlowSet Set(string steps)
    {
        var findings = new Findings();
        var set = FlowLoader.Load(Files(steps), findings);
        Assert.True(set is not null, string.Join('\n', findings.Sorted()));
        return set;
    }

    /// <summary>The finding of a code, on the line where <paramref name="at"/> stands.</summary>
    public static Finding Expect(string steps, string code, string at)
    {
        var findings = new Findings();
        FlowLoader.Load(Files(steps), findings);
        var found = Assert.Single(findings.Sorted(), f => f.Code == code && f.File == "small.yaml");
        var text = Head + steps;
        var offset = text.LastIndexOf(at, StringComparison.Ordinal);
        Assert.True(offset >= 0, $"'{at}' is not in the flow.");
        Assert.Equal(text.AsSpan(0, offset).Count('\n') + 1, found.Line);
        Assert.NotEmpty(found.Remedy);
        return found;
    }
}
