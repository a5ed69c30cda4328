using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Community211.Ivr.Files;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Checks;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Queues;
using CsCheck;

namespace Community211.Ivr.Tests.Flows;

/// <summary>
/// Flows that nobody would write, by the thousand: what the check lets live keeps its promises to every caller, and what it refuses is
/// shown by a call that fails as claimed.
/// </summary>
public sealed class FlowSoundnessTests
{
    private static readonly ImmutableDictionary<string, string> Around =
        FlowFolder.Read(Path.Combine(Repository.Root, "tests", "deployments", "new-brunswick"))
            .Remove("new-brunswick.yaml").Remove("new-brunswick.en.yaml").Remove("new-brunswick.calls.yaml");

    private static readonly ImmutableHashSet<string> Proofs =
        ["loop", "ends-before-person", "no-person", "too-late-in-line", "keep-waiting-outside", "no-crisis-key", "crisis-key-taken", "always-key-taken"];

    private static readonly string[] Always = ["{ 0: person, 8: crisis }", "{ 0: person, 8: crisis }", "{ 8: crisis }", "{ 0: person }"];

    /// <summary>Some steps before the line and some in it; targets are mostly sensible.</summary>
    private static readonly Gen<string> Flows =
        from before in Gen.Int[1, 4]
        from inLine in Gen.Int[0, 4]
        from always in Gen.Int[0, 3].Select(i => Always[i])
        from steps in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 9]).Array[before + inLine]
        select Write(before, inLine, always, steps);

    private static readonly Gen<ImmutableArray<Doing>> Callers =
        Gen.OneOf(
            Gen.Const(Doing.Silence),
            Gen.Int[0, 9].Select(k => new Doing(DoingKind.Press, k.ToString(CultureInfo.InvariantCulture))),
            Gen.Const(new Doing(DoingKind.Person))).Array[0, 8].Select(d => d.ToImmutableArray());

    [Fact]
    public void Accepted_AnyFlow_KeepsItsPromisesToEveryCaller()
    {
        var accepted = 0;
        Gen.Select(Flows, Callers.Array[4]).Sample((flow, callers) =>
        {
            var report = FlowCheck.Run(Around.Add("f.yaml", flow), exampleShare: 0);
            if (report.Set is not { } set)
                return;
            Interlocked.Increment(ref accepted);
            foreach (var does in callers.Append([]))
            {
                foreach (var world in World.All(set)!)
                {
                    var call = CallPlayer.Play(set, new ScriptedCall(world.At, "+15065550199", null, world.Conditions, does));
                    Assert.True(call.End is PlayEnd.Waiting or PlayEnd.Ended, $"{call.End}: {string.Join(", ", does)}\n{flow}");
                    if (does.IsEmpty)
                        Assert.True(call.End == PlayEnd.Waiting && call.InLineAfter <= set.Flow.ToQueue, flow);
                    if (call.End == PlayEnd.Ended)
                        Assert.Contains(call.Turns, t => t.Did.Kind is DoingKind.Person or DoingKind.Press);
                    foreach (var turn in call.Turns.Where(t => t.Did is { Kind: DoingKind.Press, Value: "8" } && t.Taken?.Kind == MeaningKind.Go))
                        Assert.Equal("crisis", turn.Taken!.Value);
                }
            }
            var crisis = CallPlayer.Play(set, new ScriptedCall(World.All(set)![0].At, null, null, Conditions.Plain, [new Doing(DoingKind.Press, "8")]));
            Assert.Equal(Priority.Crisis, crisis.State.Priority);
        }, iter: 600);
        Assert.True(accepted > 100, $"Only {accepted} flows were accepted: the generator tries nothing.");
    }

    [Fact]
    public void Refused_ByAProof_IsShownByACallThatFailsAsClaimed()
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        Flows.Sample(flow =>
        {
            var files = Around.Add("f.yaml", flow);
            foreach (var finding in FlowCheck.Run(files, exampleShare: 0).Findings.Where(f => Proofs.Contains(f.Code)))
            {
                Assert.True(finding.Call is not null, $"{finding}\n{flow}");
                lock (shown)
                    shown.Add(finding.Code);
                var findings = new Findings();
                var draft = FlowLoader.Draft(files, findings)!;
                var text = $"format: 1\ncalls:\n  {finding.Call.Replace("\n", "\n  ", StringComparison.Ordinal)}\n";
                var example = Assert.Single(new ExamplesReader(draft.Flow, draft.Places, draft.Calendars, findings).Read("f.calls.yaml", text));
                Assert.True(!ExampleResult.Of(draft, example).Differences.IsEmpty, $"{finding}\n{text}\n{flow}");
            }
        }, iter: 600);
        Assert.All(["loop", "ends-before-person", "no-crisis-key", "keep-waiting-outside"], code => Assert.Contains(code, shown));
    }

    private static string Write(int before, int inLine, string always, (int Word, int A, int B, int Key)[] steps)
    {
        var text = new StringBuilder($$"""
            flow: f
            format: 1
            languages: [fr]
            start: b0
            to-queue: 20s
            always: {{always}}
            steps:
              person: { queue: { province: 0s }, say: "Restez.", {{(inLine > 0 ? "meanwhile: i0, " : "")}}finished: bye }
              crisis: { queue: { province: 0s }, priority: crisis, say: "Restez.", finished: bye }
              bye: { hang-up: "Merci." }

            """);
        for (var i = 0; i < before + inLine; i++)
        {
            var early = i < before;
            var name = early ? $"b{i}" : $"i{i - before}";
            string Target(int n) => n switch
            {
                < 4 => "bye",
                < 7 => early ? "keep-waiting" : "person",
                < 11 => $"b{n % before}",
                _ when early => i + 1 < before && n < 60 ? $"b{i + 1}" : "person",
                _ => i + 1 < before + inLine && n < 60 ? $"i{i + 1 - before}" : "keep-waiting",
            };
            var (word, a, b, key) = steps[i];
            text.Append(CultureInfo.InvariantCulture, $"  {name}: ").AppendLine(word switch
            {
                0 => $"{{ say: \"Bonjour.\", next: {Target(a)} }}",
                1 => $"{{ when: journee, then: {Target(a)}, otherwise: {Target(b)} }}",
                2 => $"{{ ask: \"Oui? faites le {key}.\", keys: {{ {key}: oui }}, next: {Target(a)}, otherwise: {Target(b)} }}",
                3 => $"{{ callback: \"Rappel.\", booked: bye, otherwise: {Target(b)} }}",
                4 => $"{{ transfer: crisis-line, say: \"Un instant.\", finished: {Target(a)}, failed: {Target(b)} }}",
                _ => $"{{ menu: \"Allez, faites le {key}.\", keys: {{ {key}: {Target(a)} }}, otherwise: {Target(b)} }}",
            });
        }
        return text.ToString();
    }
}
