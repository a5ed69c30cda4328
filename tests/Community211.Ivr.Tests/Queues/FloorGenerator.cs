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

    /// <summary>As the files say where they say nothing.</summary>
    public static readonly MatchRules Plain = new(Pool);

    private static readonly Gen<string> Region = OneOf("toronto", "east", "north");

    private static readonly Gen<string> Language = OneOf("en", "fr");

    private static readonly Gen<TimeSpan> Span = Gen.Int[0, 30].Select(s => TimeSpan.FromSeconds(s));

    private static readonly Gen<DateTimeOffset> Moment = Gen.Int[-30, 15].Select(s => Noon.AddSeconds(s));

    /// <summary>Aid and patience short enough to matter within a minute.</summary>
    public static Gen<MatchRules> Rules { get; } = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 200], Gen.Int[0, 2], Gen.Int[0, 20], Gen.Int[0, 40], Gen.Int[0, 2])
        .Select((ahead, threshold, reserve, none, busy, crisis) => new MatchRules(Pool)
        {
            CrisisReserve = crisis,
            UrgentAhead = TimeSpan.FromSeconds(ahead),
            Handling = TimeSpan.FromSeconds(100),
            Aid = new MutualAid { WhenWaitPasses = TimeSpan.FromSeconds(threshold), Reserve = reserve },
            NoSpeakerPatience = TimeSpan.FromSeconds(none),
            BusySpeakerPatience = TimeSpan.FromSeconds(busy),
        });

    private static readonly Gen<AgentState> Agent =
        Gen.Select(Region, Language, Gen.Bool, Gen.Int[0, 5], Moment, Moment, Gen.Int[0, 35]).Select((region, language, crisis, phase, idle, breather, bits) => new AgentState
        {
            Id = "",
            Number = "+14165550171",
            Region = region,
            Languages = [language],
            LittleOf = bits % 3 == 0 ? ["en", "fr"] : [],
            Knows = bits % 4 == 0 ? ["east"] : [],
            CrisisTrained = crisis,
            Phase = phase switch { 0 => AgentPhase.Talking, 1 => AgentPhase.Away, _ => AgentPhase.Available },
            IdleSince = idle,
            NotBefore = bits % 5 == 0 ? breather : null,
        });

    private static readonly Gen<ImmutableArray<QueueMember>> Members =
        Gen.Select(Region, Span, Span, Span, Gen.Int[0, 7]).Select((region, own, all, contact, which) => ImmutableArray.Create<QueueMember>(
        [
            .. (which & 1) == 0 ? new[] { new QueueMember(region, own, Contact: false) } : [],
            .. (which & 2) == 0 ? new[] { new QueueMember(Pool, all, Contact: false) } : [],
            .. (which & 4) == 0 ? new[] { new QueueMember("centre", contact, Contact: true), new QueueMember("second", contact, Contact: true) } : [],
        ]));

    private static readonly Gen<QueueEntry> Entry =
        Gen.Select(Members, Moment, Moment, Gen.Int[0, 40], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3]), Region, Language, Gen.Int[0, 1023])
            .Select((members, arrived, page, length, state, region, language, bits) => new QueueEntry
            {
                Call = "",
                Phase = state.Item1 == 0 ? CallerPhase.Connecting : CallerPhase.Waiting,
                Priority = state.Item2 switch { 0 => Priority.Crisis, 1 => Priority.Urgent, _ => Priority.General },
                AtHead = state.Item3 == 0,
                Region = (bits & 1) == 0 ? region : null,
                Language = (bits & 2) == 0 ? language : null,
                LanguageNeed = (LanguageNeed)(bits >> 6 & 3) is var need && need <= LanguageNeed.Owed ? need : LanguageNeed.None,
                LanguageWish = (LanguageWish)(bits >> 8 & 3) is var wish && wish <= LanguageWish.Anyone ? wish : LanguageWish.None,
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

    public static MatchPlan Plan(Floor floor, DateTimeOffset now) => Matcher.Plan(floor, Plain, now);

    /// <summary>A plan as text, without what only counts seconds; arrays in records compare by reference.</summary>
    public static string Told(MatchPlan plan) => string.Join('\n', [.. plan.Offers.Select(Told), $"probes {string.Join(' ', plan.Probes)}"]);

    private static string Told(PlannedOffer offer) => $"{offer.Call} to {offer.To} {offer.Contact} {string.Join(' ', offer.Because.Select(b => b.Code))} instead of {string.Join(' ', offer.InsteadOf.Select(a => $"{a.Agent} {a.Because.Code}"))}";
}
