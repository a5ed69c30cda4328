using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;
using NodaTime;
using NodaTime.Text;

namespace Community211.Ivr.Flows.Examples;

/// <summary>Reads examples, <c>NAME.calls.yaml</c>.</summary>
public sealed class ExamplesReader(FlowModel flow, PlacesModel places, CalendarsModel calendars, Findings findings)
{
    public const string Ending = ".calls.yaml";

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly ImmutableArray<string> Ends = ["waiting", "goodbye", "hung-up"];

    /// <summary>A working day's noon, for files that do not say when.</summary>
    private static readonly LocalDateTime AnyDay = new(2026, 11, 24, 12, 0);

    /// <summary>The examples of one file. Names are looked up, so that a renamed step is found here too.</summary>
    public ImmutableArray<Example> Read(string file, string text)
    {
        if (YamlSource.Read(file, text, findings) is not { } map)
            return [];
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var usual = When(root, AnyDay);
        var list = root.Map("calls", required: true);
        root.Done();
        var all = ImmutableArray.CreateBuilder<Example>();
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is not { } r)
                continue;
            var call = ReadCall(r, usual);
            var expected = r.Map("expect", required: true) is { } e ? ReadExpectation(e) : null;
            r.Done();
            if (expected is not null)
                all.Add(new Example(entry.Key.Value, entry.Key.At, call, expected));
        }
        return all.ToImmutable();
    }

    private ScriptedCall ReadCall(MapReader r, LocalDateTime usual)
    {
        var at = When(r, usual).InZoneLeniently(places.Zone).ToDateTimeOffset();
        var open = r.Texts("open");
        foreach (var id in open.Where(o => !calendars.Calendars.TryGetValue(o.Value, out var c) || !c.OpenedByStaff))
            findings.Add("unknown-calendar", id.At, $"'{id.Value}' is no calendar that staff open.", Known(id.Value, calendars.Calendars.Values.Where(c => c.OpenedByStaff).Select(c => c.Id)));
        var callbacks = r.OptionalText("callbacks") ?? "no";
        if (callbacks is not ("yes" or "no"))
            findings.Add("not-yes-no", r.PlaceOf("callbacks"), "'callbacks' is yes or no.", "Write 'callbacks: yes' where callers can be called back.");
        var from = r.OptionalText("from");
        var town = r.OptionalText("town");
        if (town is not null && !places.Towns.IsEmpty && !places.Towns.ContainsKey(town))
            findings.Add("unknown-town", r.PlaceOf("town"), $"'{town}' is not in towns.csv.", Nearest.To(town, places.Towns.Keys) is { } near ? $"Did you mean '{near}'?" : "Write it as towns.csv does.");
        return new ScriptedCall(
            at, ReadTo(r), town ?? CallerNumber.Town(from, places.PlanArea),
            new Conditions([.. open.Select(o => o.Value)], callbacks == "yes"), ReadDoes(r.Take("does")));
    }

    private string? ReadTo(MapReader r)
    {
        if (r.OptionalText("to") is not { } to)
            return places.Pool.Dialled.FirstOrDefault();
        if (places.Find(to) is { } region)
            return region.Dialled.FirstOrDefault();
        if (!CallerNumber.IsTenDigit(to))
            findings.Add("unknown-entry", r.PlaceOf("to"), $"'{to}' is neither a region nor a number.", Known(to, [.. places.Regions.Keys, places.Pool.Id]));
        return to;
    }

    private ImmutableArray<Doing> ReadDoes(Node? node)
    {
        var all = ImmutableArray.CreateBuilder<Doing>();
        foreach (var item in node switch { ListNode list => list.Items, null => [], var one => [one] })
        {
            switch (item)
            {
                case TextNode { Value: "silence" }:
                    all.Add(Doing.Silence);
                    break;
                case TextNode { Value: "hear" }:
                    all.Add(Doing.Hear);
                    break;
                case TextNode { Value: "person" }:
                    all.Add(new Doing(DoingKind.Person));
                    break;
                case TextNode { Value: "hang-up" }:
                    all.Add(new Doing(DoingKind.HangUp));
                    break;
                case TextNode keys when KeysOf(keys.Value) is { } pressed:
                    all.Add(new Doing(DoingKind.Press, pressed));
                    break;
                case MapNode { Entries: [{ Key.Value: "say", Value: TextNode words }] }:
                    all.Add(new Doing(DoingKind.Say, words.Value));
                    break;
                default:
                    findings.Add("unknown-doing", item.At, "This is nothing that a caller does.", "Write keys (2, star, 658), silence, hear (one message, whether it asks or not), person, hang-up, or { say: \"words\" }.");
                    break;
            }
        }
        return all.ToImmutable();
    }

    private static string? KeysOf(string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit) ? text : StepReader.KeyOf(text)?.ToString();

    private Expectation ReadExpectation(MapReader r)
    {
        var path = r.Has("path") ? r.Texts("path") : (ImmutableArray<TextNode>?)null;
        foreach (var step in (path ?? []).Where(p => p.Value != PathMatch.Any && !flow.Steps.ContainsKey(p.Value)))
            findings.Add("unknown-step", step.At, $"There is no step '{step.Value}'.", Known(step.Value, flow.Steps.Keys));
        var answers = r.Map("answers");
        var expected = new Expectation
        {
            At = r.At,
            Path = path is null ? null : [.. path.Value.Select(p => p.Value)],
            Line = Name(r, "line", [.. flow.Steps.Values.OfType<Steps.QueueStep>().Select(q => q.Id), PathMatch.None]),
            Queue = Name(r, "queue", [.. places.Regions.Keys, places.Pool.Id, PathMatch.None]),
            Language = r.OptionalText("language"),
            Priority = PriorityOf(r),
            Need = r.OptionalText("need"),
            InLine = r.Has("in-line") ? r.Duration("in-line", TimeSpan.Zero) : null,
            Ends = Name(r, "ends", Ends),
            Somebody = Name(r, "somebody", ["yes", "no"]) is { } word ? word == "yes" : null,
            Answers = [.. (answers?.Entries ?? []).Select(e => new Given(e.Key.Value, answers!.Text(e.Key.Value)))],
        };
        r.Done();
        return expected;
    }

    private Priority? PriorityOf(MapReader r) => Name(r, "priority", ["crisis", "urgent", "general"]) switch
    {
        "crisis" => Priority.Crisis,
        "urgent" => Priority.Urgent,
        "general" => Priority.General,
        _ => null,
    };

    private string? Name(MapReader r, string field, IEnumerable<string> known)
    {
        if (r.OptionalText(field) is not { } name)
            return null;
        if (!known.Contains(name))
            findings.Add("unknown-expectation", r.PlaceOf(field), $"'{name}' is no {field} of this flow.", Known(name, known));
        return name;
    }

    private LocalDateTime When(MapReader r, LocalDateTime otherwise)
    {
        if (r.OptionalText("when") is not { } text)
            return otherwise;
        var parsed = Moment.Parse(text);
        if (parsed.Success)
            return parsed.Value;
        findings.Add("not-moment", r.PlaceOf("when"), $"'{text}' is no time of a day.", "Write it in the province's time: when: \"2026-11-24 10:00\".");
        return otherwise;
    }

    private static string Known(string name, IEnumerable<string> known) =>
        Nearest.To(name, known) is { } near ? $"Did you mean '{near}'?" : $"Known are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.";
}
