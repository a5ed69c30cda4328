using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Benchmarks;

/// <summary>
/// What one decision costs, by how many wait and how many are free: the best of many, since other work on the machine only adds to it. The
/// growth is told as ratios within one run, so that the machine does not matter.
/// </summary>
internal static class MatchingTable
{
    private const int Agents = 500;
    private const int Rounds = 100;
    private static readonly DateTimeOffset Now = new(2027, 1, 12, 17, 0, 0, TimeSpan.Zero);
    private static readonly string[] Regions = ["toronto", "dufferin-peel", "central-south", "south-west", "central-east", "east", "north"];
    private static readonly int[] Waiting = [500, 1000, 2000, 4000];

    public static void Run()
    {
        // Everything once, unmeasured: the compiler is done then.
        foreach (var waiting in Waiting)
            Measure(FloorOf(waiting, free: 50, owed: waiting % 1000 == 0));
        Console.WriteLine("500 agents                  free   waiting       best ms     kB   growth");
        foreach (var (name, free, owed) in new[] { ("nobody free", 0, false), ("one free", 1, false), ("fifty free", 50, false), ("fifty whom nobody may have", 50, true) })
        {
            double? before = null;
            foreach (var waiting in Waiting)
            {
                var (took, bytes) = Measure(FloorOf(waiting, free, owed));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28}{free,4}{waiting,10:N0}{took.TotalMilliseconds,13:0.000}{bytes / 1024.0,7:N0}{(before is { } b ? $"x {took.TotalMilliseconds / b:0.0}" : ""),9}"));
                before = took.TotalMilliseconds;
            }
        }
    }

    private static (TimeSpan Took, long Bytes) Measure(Floor floor)
    {
        var rules = new MatchRules("province");
        for (var i = 0; i < Rounds; i++)
            Matcher.Plan(floor, rules, Now);
        var all = new List<TimeSpan>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Matcher.Plan(floor, rules, Now);
            all.Add(Stopwatch.GetElapsedTime(start));
        }
        return (all.Min(), (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds);
    }

    /// <summary>Callers who came one a second, as in a surge: the flow has opened the whole province to most of them.</summary>
    private static Floor FloorOf(int waiting, int free, bool owed) => new(
        [.. Enumerable.Range(0, waiting).Select(i => Entry(i, owed))],
        [.. Enumerable.Range(0, Agents).Select(i => Agent(i, i < free))]);

    private static QueueEntry Entry(int number, bool owed)
    {
        var region = number % 6 == 5 ? null : Regions[number % Regions.Length];
        var french = owed || number % 20 == 3;
        ImmutableArray<QueueMember> province = [new QueueMember("province", TimeSpan.FromSeconds(region is null ? 0 : 60), Contact: false)];
        return new QueueEntry
        {
            Call = string.Create(CultureInfo.InvariantCulture, $"CA{number:000000}"),
            Phase = CallerPhase.Waiting,
            Priority = owed ? Priority.General : number % 50 == 7 ? Priority.Crisis : number % 10 == 1 ? Priority.Urgent : Priority.General,
            Region = region,
            Language = french ? "fr" : null,
            LanguageNeed = french ? LanguageNeed.Owed : LanguageNeed.None,
            LanguageWish = owed ? LanguageWish.Wait : LanguageWish.None,
            Members = region is null ? province : [new QueueMember(region, TimeSpan.Zero, Contact: false), .. province],
            ArrivedAt = Now - TimeSpan.FromSeconds(number + 1),
            PageAt = Now - TimeSpan.FromSeconds(number % 20),
            PageSeconds = 30,
        };
    }

    private static AgentState Agent(int number, bool isFree) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"agent-{number:000}"),
        Number = "+14165550171",
        Region = Regions[number % Regions.Length],
        // Those who are free speak English alone.
        Languages = isFree || number % 3 > 0 ? ["en"] : ["en", "fr"],
        CrisisTrained = number % 2 == 0,
        Phase = isFree ? AgentPhase.Available : AgentPhase.Talking,
        IdleSince = Now - TimeSpan.FromSeconds(number),
    };
}
