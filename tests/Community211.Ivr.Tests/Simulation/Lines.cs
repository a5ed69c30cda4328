using System.Globalization;
using Community211.Ivr.Queues;
using Community211.Ivr.Simulation;

namespace Community211.Ivr.Tests.Simulation;

/// <summary>Seeded callers and equal agents of one region.</summary>
internal static class Lines
{
    public static readonly DateTimeOffset Start = new(2027, 1, 4, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Fixed by what a line is: one skill, one region, nobody owed anything.</summary>
    public static readonly MatchRules Rules = new("province");

    public static IEnumerable<AgentState> Agents(int count) =>
        Enumerable.Range(1, count).Select(i => new AgentState { Id = Name("a", i), Number = "+14165550171", Region = "toronto", IdleSince = Start });

    public static SimulatedCaller Caller(int number, TimeSpan at, TimeSpan talk, TimeSpan? patience = null, Priority priority = Priority.General) => new(
        new QueueEntry
        {
            Call = Name("c", number),
            Region = "toronto",
            Priority = priority,
            Members = [new QueueMember("toronto", TimeSpan.Zero, Contact: false)],
            ArrivedAt = Start + at,
        },
        talk,
        patience);

    /// <summary>Poisson arrivals, exponential talk and patience.</summary>
    public static IEnumerable<SimulatedCaller> Poisson(int seed, int count, double perHour, TimeSpan talk, TimeSpan? patience = null)
    {
        var random = new Random(seed);
        var at = TimeSpan.Zero;
        for (var number = 1; number <= count; number++)
        {
            at += Exponential(random, TimeSpan.FromHours(1) / perHour);
            yield return Caller(number, at, Exponential(random, talk), patience is { } mean ? Exponential(random, mean) : null);
        }
    }

    private static TimeSpan Exponential(Random random, TimeSpan mean) => mean * -Math.Log(1 - random.NextDouble());

    private static string Name(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what}{number:000000}");
}
