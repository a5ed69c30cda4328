using System.Collections.Immutable;
using Community211.Ivr.Queues;
using CsCheck;

namespace Community211.Ivr.Tests.Queues;

/// <summary>Floors over a few names and whole seconds, so that ties and boundaries are common.</summary>
internal static class FloorGenerator
{
    public const string Pool = "province";

    public static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static readonly DateTimeOffset Noon = new(2027, 1, 4, 12, 0, 0, TimeSpan.Zero);

    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(10);

    private static readonly Gen<string> Region = OneOf("toronto", "east", "north");

    private static readonly Gen<string> Language = OneOf("en", "fr");

    private static readonly Gen<TimeSpan> Span = Gen.Int[0, 30].Select(s => TimeSpan.FromSeconds(s));

    private static readonly Gen<DateTimeOffset> Moment = Gen.Int[-30, 15].Select(s => Noon.AddSeconds(s));

    private static readonly Gen<AgentState> Agent =
        Gen.Select(Region, Language, Gen.Bool, Gen.Int[0, 4], Moment, Moment, Gen.Int[0, 2]).Select((region, language, crisis, phase, idle, breather, rests) => new AgentState
        {
            Id = "",
            Number = "+14165550171",
            Region = region,
            Languages = [language],
            CrisisTrained = crisis,
            Phase = phase == 0 ? AgentPhase.Talking : AgentPhase.Available,
            IdleSince = idle,
            NotBefore = rests == 0 ? breather : null,
        });

    private static readonly Gen<ImmutableArray<QueueMember>> Members =
        Gen.Select(Region, Span, Span, Span, Gen.Int[0, 7]).Select((region, own, all, contact, which) => ImmutableArray.Create<QueueMember>(
        [
            .. (which & 1) == 0 ? new[] { new QueueMember(region, own, Contact: false) } : [],
            .. (which & 2) == 0 ? new[] { new QueueMember(Pool, all, Contact: false) } : [],
            .. (which & 4) == 0 ? new[] { new QueueMember("centre", contact, Contact: true), new QueueMember("second", contact, Contact: true) } : [],
        ]));

    private static readonly Gen<QueueEntry> Entry =
        Gen.Select(Members, Moment, Moment, Gen.Int[0, 40], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3]), Region, Language, Gen.Int[0, 63])
            .Select((members, arrived, page, length, state, region, language, bits) => new QueueEntry
            {
                Call = "",
                Phase = state.Item1 == 0 ? CallerPhase.Connecting : CallerPhase.Waiting,
                Priority = state.Item2 switch { 0 => Priority.Crisis, 1 => Priority.Urgent, _ => Priority.General },
                AtHead = state.Item3 == 0,
                Region = (bits & 1) == 0 ? region : null,
                Language = (bits & 2) == 0 ? language : null,
                Members = members,
                ArrivedAt = arrived,
                PageAt = page,
                PageSeconds = length,
                Offers =
                [
                    .. (bits & 12) == 0 ? new[] { new OpenOffer("o1", "elsewhere", Contact: false, null, Noon) } : [],
                    .. (bits & 48) == 0 ? new[] { new OpenOffer("o2", "centre", Contact: true, null, Noon) } : [],
                ],
                ContactsNotBefore = (bits & 36) == 0 ? page : null,
                Tried = (bits & 24) == 0 ? ["a1", "centre"] : [],
            });

    public static Gen<Floor> Floor { get; } = Gen.Select(Entry.Array[0, 5], Agent.Array[0, 6]).Select((entries, agents) => new Floor(
        [.. entries.Select((e, i) => e with { Call = $"c{i}" })],
        [.. agents.Select((a, i) => a with { Id = $"a{i}" })]));

    /// <summary>Now, up to a minute after noon.</summary>
    public static Gen<DateTimeOffset> Now { get; } = Gen.Int[0, 60].Select(s => Noon.AddSeconds(s));

    public static MatchPlan Plan(Floor floor, DateTimeOffset now) => Matcher.Plan(floor, Pool, StaleAfter, now);

    /// <summary>A plan as text; arrays in records compare by reference.</summary>
    public static string Told(MatchPlan plan) => string.Join('\n', [.. plan.Offers.Select(Told), $"probes {string.Join(' ', plan.Probes)}"]);

    private static string Told(PlannedOffer offer) => $"{offer.Call} to {offer.To} {offer.Contact} {offer.Why} instead of {string.Join(' ', offer.InsteadOf)}";
}
