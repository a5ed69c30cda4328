using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Model;
using NodaTime;

namespace Community211.Ivr.Flows.Checks;

/// <summary>Finds a call that shows a fault, plays it, and writes it as an example. A call that does not show it is not given.</summary>
public static class Unlucky
{
    private const int MostEntries = 12;

    /// <summary>The call as an example, or null when none shows the fault.</summary>
    /// <param name="map">Flow and world.</param>
    /// <param name="name">What the call shows.</param>
    /// <param name="way">What the caller does at which step; elsewhere nothing.</param>
    /// <param name="shows">Whether a played call shows the fault.</param>
    /// <param name="expect">What should have been, as it stands in an example.</param>
    public static string? Call(FlowMap map, string name, IEnumerable<(string Step, Doing Does)> way, Func<PlayedCall, bool> shows, string expect) =>
        Call(map, name, way, shows, _ => expect);

    /// <summary>The same, where what should have been depends on the call.</summary>
    public static string? Call(FlowMap map, string name, IEnumerable<(string Step, Doing Does)> way, Func<PlayedCall, bool> shows, Func<ScriptedCall, string> expect)
    {
        foreach (var entry in Entries(map.Set, map.World.Zone))
        {
            if (Along(map, new ScriptedCall(map.World.At, entry, null, map.World.Conditions, []), way) is { } call && shows(CallPlayer.Play(map.Set, call)))
                return Write(map.Set, name, call, expect(call));
        }
        return null;
    }

    /// <summary>Numbers that are dialled from a zone: the province's first, then one of each region.</summary>
    private static IEnumerable<string?> Entries(FlowSet set, DateTimeZone zone) =>
        new[] { set.Places.Pool }.Concat(set.Places.Regions.Values.OrderBy(r => r.Id, StringComparer.Ordinal))
            .Where(r => set.Places.ZoneOf(r.Id, null).Equals(zone)).Select(r => r.Dialled.FirstOrDefault()).Take(MostEntries);

    /// <summary>The call whose caller does these things at these steps and nothing before; null if it never comes there.</summary>
    /// <param name="map">Flow and world.</param>
    /// <param name="call">The call, in which nothing is done yet.</param>
    /// <param name="way">What is done where.</param>
    /// <param name="toLine">The way lies before the line: nothing after it is played.</param>
    public static ScriptedCall? Along(FlowMap map, ScriptedCall call, IEnumerable<(string Step, Doing Does)> way, bool toLine = false)
    {
        var used = 0;
        foreach (var (step, does) in way)
        {
            var turns = CallPlayer.Play(map.Set, call, toLine).Turns;
            var ahead = turns.Skip(used).ToList();
            var there = ahead.FindIndex(t => IsAt(map.Set, t, step, does));
            if (there < 0)
                return null;
            var before = ahead.Take(there).Where(t => t.Listened || IsAlways(map.Set, does) || IsAtTransfer(map.Set, step, does)).Select(t => t.Listened ? Doing.Silence : Doing.Hear);
            call = call with { Does = [.. call.Does, .. before, does] };
            used += there + 1;
        }
        return call;
    }

    private static bool IsAtTransfer(FlowSet set, string step, Doing does) =>
        does.Kind == DoingKind.Person && set.Flow.Steps.GetValueOrDefault(step) is Steps.TransferStep;

    private static bool IsAlways(FlowSet set, Doing does) => does is { Kind: DoingKind.Press, Value: [var key] } && set.Flow.Always.ContainsKey(key);

    /// <summary>Keys that always work are pressed, and a person answers, during any message; all else where it is asked.</summary>
    private static bool IsAt(FlowSet set, PlayedTurn turn, string step, Doing does) =>
        turn.Step == step || (step.Length == 0 ? does.Kind == DoingKind.Person : set.Flow.Steps.GetValueOrDefault(step) is Steps.QueueStep);

    /// <summary>The call as it can stand among the examples.</summary>
    public static string Write(FlowSet set, string name, ScriptedCall call, string expect)
    {
        var when = call.At.ToInstantIn(set.Places.Zone);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Quoted(name)}:\n  when: \"{when}\"\n");
        if (call.To is { } to)
            text.Append(CultureInfo.InvariantCulture, $"  to: \"{to}\"\n");
        if (call.Town is { } town)
            text.Append(CultureInfo.InvariantCulture, $"  town: {Quoted(town)}\n");
        if (!call.Conditions.Open.IsEmpty)
            text.Append(CultureInfo.InvariantCulture, $"  open: [{string.Join(", ", call.Conditions.Open)}]\n");
        if (call.Conditions.Callbacks)
            text.Append("  callbacks: yes\n");
        if (!call.Does.IsEmpty)
            text.Append(CultureInfo.InvariantCulture, $"  does: [{string.Join(", ", call.Does.Select(Word))}]\n");
        return text.Append(CultureInfo.InvariantCulture, $"  expect: {{ {expect} }}").ToString();
    }

    private static string ToInstantIn(this DateTimeOffset at, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(at).InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Word(Doing doing) => doing.Kind switch
    {
        DoingKind.Press => doing.Value switch
        {
            "*" => "star",
            "#" => "pound",
            _ => doing.Value,
        },
        DoingKind.Say => $"{{ say: {Quoted(doing.Value)} }}",
        DoingKind.Person => "person",
        DoingKind.HangUp => "hang-up",
        DoingKind.Hear => "hear",
        _ => "silence",
    };

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
