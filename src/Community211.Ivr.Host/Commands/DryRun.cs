using System.Collections.Immutable;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Places;
using NodaTime;
using NodaTime.Text;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>call --dry-run</c>: what would happen to this caller at this time, and why; in process, without a service.</summary>
internal sealed class DryRun(FlowSet set, TextWriter output)
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>Plays the call and shows it.</summary>
    /// <param name="from">The caller's number, or <c>anonymous</c>.</param>
    /// <param name="to">211, or a number of ours.</param>
    /// <param name="at">A time such as <c>2026-11-24 22:00</c> in the province; null: now.</param>
    /// <param name="does">What the caller does.</param>
    /// <param name="conditions">What staff have open, and whether callbacks are possible.</param>
    /// <param name="now">The time.</param>
    /// <param name="json">One object instead of the conversation.</param>
    /// <returns>Whether the caller is in line, or has had what they chose.</returns>
    public async Task<bool> Run(string from, string to, string? at, ImmutableArray<Doing> does, Conditions conditions, DateTimeOffset now, bool json)
    {
        var unknown = conditions.Open.FirstOrDefault(o => set.Calendars.Calendars.GetValueOrDefault(o) is not { OpenedByStaff: true });
        if (unknown is not null)
            throw new BadArgument($"--open '{unknown}' is no calendar that staff open. Known are: {string.Join(", ", set.Calendars.Calendars.Values.Where(c => c.OpenedByStaff).Select(c => c.Id).Order(StringComparer.Ordinal))}.");
        var when = at is null ? now : LocalTime.Read(at, "--at", set.Places.Zone);
        var number = NumberOf(to, from, when);
        var played = CallPlayer.Play(set, new ScriptedCall(when, number, CallerNumber.Town(from, set.Places.PlanArea), conditions, does) { Callable = CallerNumber.IsOrdinary(from) });
        if (json)
            await output.WriteLineAsync(JsonSerializer.Serialize(Report(from, number, when, played, conditions), ConsoleJson.Whole));
        else
            await Show(from, to, number, when, played, conditions);
        return played.End is PlayEnd.Waiting or PlayEnd.Ended or PlayEnd.HungUp;
    }

    /// <summary>Keys, <c>silence</c> and <c>person</c> with commas between, then words.</summary>
    /// <exception cref="BadArgument">Something else.</exception>
    public static ImmutableArray<Doing> Read(string? press, IEnumerable<string> say) =>
    [
        .. (press ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(item => item switch
        {
            "silence" => Doing.Silence,
            "person" => new Doing(DoingKind.Person),
            _ when item.All(c => char.IsAsciiDigit(c) || c is '*' or '#') => new Doing(DoingKind.Press, item),
            _ => throw new BadArgument($"--press '{item}' is not understood in a dry run. Allowed: keys 0-9, * and #, silence (while something is asked) and person (somebody answers), with commas between: --press \"2,silence,1\"."),
        }),
        .. say.Select(words => new Doing(DoingKind.Say, words)),
    ];

    /// <summary>2-1-1 itself is no number of ours: carriers translate it.</summary>
    private string? NumberOf(string to, string from, DateTimeOffset when)
    {
        if (to is "211" or "2-1-1")
            return Translated.Number(from, set.Places, when);
        var ours = set.Places.Regions.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Append(set.Places.Pool).SelectMany(r => r.Dialled).ToList();
        return ours.Contains(to) ? to : throw new BadArgument($"--to '{to}' is no number of ours. Allowed: 211, {string.Join(", ", ours)}.");
    }

    private async Task Show(string from, string to, string? number, DateTimeOffset when, PlayedCall played, Conditions conditions)
    {
        var taken = number == to ? "" : $", taken as {number ?? "no number of ours"}: carriers translate 2-1-1 by the caller's exchange; name a number with --to to be sure";
        await PlayedView.Show(output, $"{from} dials {to}, {Local(when)}{taken}", played);
        var state = played.State;
        await output.WriteLineAsync($"  language     {state.Language ?? "unknown"}");
        await output.WriteLineAsync($"  region       {state.Region ?? "unknown"}{(state.RegionSource is null ? "" : $" (told by the {state.RegionSource.Replace('-', ' ')})")}");
        await output.WriteLineAsync($"  queue        {QueueOf(state) ?? "none"}");
        await output.WriteLineAsync($"  priority     {Lower(state.Priority)}");
        if (played.InLineAfter is { } took)
            await output.WriteLineAsync(FormattableString.Invariant($"  in line      after {took.TotalSeconds:0.0} s"));
        foreach (var (who, after) in Members(when, played, conditions))
            await output.WriteLineAsync($"  may answer   {who}{(after == TimeSpan.Zero ? " at once" : $" after {after.TotalSeconds} s")}");
        foreach (var calendar in set.Calendars.Calendars.Values.OrderBy(c => c.Id, StringComparer.Ordinal))
            await output.WriteLineAsync($"  calendar     {calendar.Id} is {(calendar.IsOpen(when, set.Places.ZoneOf(state.Region, state.Division), conditions.Open) ? "open" : "closed")}");
        if (!played.Unused.IsEmpty)
            await output.WriteLineAsync($"  never came to: {string.Join(", ", played.Unused)}");
    }

    private DryRunReport Report(string from, string? number, DateTimeOffset when, PlayedCall played, Conditions conditions) => new(
        from, number, when, played.State.Language, played.State.Region, played.State.RegionSource, QueueOf(played.State), Lower(played.State.Priority),
        played.State.Need, played.State.Line?.Queue, played.InLineAfter?.TotalSeconds, JsonNamingPolicy.KebabCaseLower.ConvertName(played.End.ToString()),
        played.State.Path, [.. played.Reasons.Select(CallWords.Sentence)],
        [.. Members(when, played, conditions).Select(m => new DryRunMember(m.Who, m.After.TotalSeconds))], [.. played.Unused.Select(u => u.ToString())]);

    private IEnumerable<(string Who, TimeSpan After)> Members(DateTimeOffset when, PlayedCall played, Conditions conditions) =>
        played.State.Line is { } line && set.Flow.Steps[line.Queue] is QueueStep queue
            ? queue.MembersFor(new FlowContext(set, played.State, when + played.Lasted, conditions)).OrderBy(m => m.From).Select(m => (m.Who, m.From))
            : [];

    private string? QueueOf(FlowState state) => state.ArrivedAt is null ? null : state.Region ?? set.Places.Pool.Id;

    private string Local(DateTimeOffset when) => Moment.Format(Instant.FromDateTimeOffset(when).InZone(set.Places.Zone).LocalDateTime);

    private static string Lower(Queues.Priority priority) => priority.ToString().ToLowerInvariant();
}

/// <summary>A dry run for machines.</summary>
internal sealed record DryRunReport(
    string From, string? To, DateTimeOffset At, string? Language, string? Region, string? RegionSource, string? Queue, string Priority, string? Need,
    string? Line, double? InLineSeconds, string End, ImmutableArray<string> Path, ImmutableArray<string> Reasons, ImmutableArray<DryRunMember> MayAnswer,
    ImmutableArray<string> NeverCameTo);

/// <summary>Somebody who may answer, and from when.</summary>
internal sealed record DryRunMember(string Who, double AfterSeconds);
