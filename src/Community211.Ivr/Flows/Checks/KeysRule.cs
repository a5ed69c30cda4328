using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Checks;

/// <summary>
/// Proof 5: crisis is one key away in every menu and in line; and no step takes a key for itself that is to work everywhere.
/// </summary>
public sealed class KeysRule : IRule
{
    public void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings)
    {
        var crisis = set.Flow.Always.Where(a => set.Flow.Steps.GetValueOrDefault(a.Value) is QueueStep { Priority: Priority.Crisis }).Select(a => a.Key).Order().ToList();
        if (crisis.Count == 0)
        {
            findings.Add(
                "no-crisis-key", set.Flow.At("always"), "No key that always works leads to a crisis line.",
                "Add a queue with 'priority: crisis' and its key: always: { 9: crisis }.",
                call: Unlucky.Write(set, "In crisis, presses 9", new ScriptedCall(maps[0].World.At, set.Places.Pool.Dialled.FirstOrDefault(), null, maps[0].World.Conditions, [new Doing(DoingKind.Press, "9")]), "priority: crisis"));
        }
        // What nobody can come to is another rule's matter.
        var reached = maps.SelectMany(m => m.Spots).Select(s => s.Step).ToHashSet(StringComparer.Ordinal);
        foreach (var (step, keys) in set.Flow.Steps.Values.Where(s => reached.Contains(s.Id)).Select(s => (s, Keys(s))).OrderBy(x => set.Flow.At(x.s.Id).Line))
        {
            foreach (var key in keys.Order().Where(set.Flow.Always.ContainsKey))
                Taken(set, maps, step, key, crisis.Contains(key), findings);
        }
    }

    private static void Taken(FlowSet set, IReadOnlyList<FlowMap> maps, Step step, char key, bool isCrisis, Findings findings)
    {
        if (step.Edges.Any(e => e.Target == set.Flow.Always[key] && step.KeysFor(e.Outcome) == key.ToString()))
            return;
        var map = maps.First(m => m.Spots.Any(s => s.Step == step.Id));
        var way = map.WayTo(map.Spots.First(s => s.Step == step.Id));
        var name = Announced.NameOf(key);
        findings.Add(
            isCrisis ? "crisis-key-taken" : "always-key-taken", set.Flow.At(step.Id, "keys", name),
            $"At '{step.Id}' the key {name} chooses something else than '{set.Flow.Always[key]}', where it leads everywhere.",
            $"Use another key here; {name} is promised to every caller.",
            call: Unlucky.Call(
                map, $"Presses {name} at {step.Id}",
                [.. way, (step.Id, new Doing(DoingKind.Press, key.ToString()))],
                p => p.Turns.Any(t => t.Step == step.Id && t.Taken?.Kind == MeaningKind.Outcome && t.Did.Value == key.ToString()), call => $"path: [{string.Join(", ", PathBefore(set, call))}, {set.Flow.Always[key]}, ...]"));
    }

    /// <summary>The steps gone through when the last key is pressed.</summary>
    private static ImmutableArray<string> PathBefore(FlowSet set, ScriptedCall call) =>
        CallPlayer.Play(set, call with { Does = [.. call.Does[..^1], new Doing(DoingKind.HangUp)] }).State.Path;

    private static IEnumerable<char> Keys(Step step) => step switch
    {
        MenuStep menu => menu.Keys.Keys,
        AskStep ask => ask.Keys.Keys,
        NeedStep need => need.Keys.Keys,
        LanguageStep language => language.Keys.Keys,
        CallbackStep => CallbackStep.Keys,
        RegionStep { Prompt: not null } => RegionStep.PlaceKeys,
        _ => [],
    };
}
