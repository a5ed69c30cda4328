using System.Globalization;
using Community211.Ivr.VirtualTime.Tests.World;

namespace Community211.Ivr.VirtualTime.Tests;

/// <summary>Seeded callers: more by day than by night, from everywhere, who listen, press, speak, wait, talk, give up; and agents who now and then do not answer.</summary>
internal sealed class Traffic(VirtualWorld world, int seed)
{
    private static readonly string[] Callers = ["+1416555", "+1705555", "+1519555", "+1613555", "+1807555", "+1905555", "+1204555", "anonymous"];
    private static readonly string[] Answers = ["agent", "agent", "no-answer", "busy", "mailbox", "reject", "failed"];
    private readonly Random random = new(seed);

    public List<Task<string>> Placed { get; } = [];

    /// <summary>Plans calls from now on; an hour at noon has <paramref name="busiest"/> of them, one at night a tenth.</summary>
    public void Plan(TimeSpan length, int busiest)
    {
        var start = world.Clock.GetUtcNow();
        var agents = world.Agents;
        for (var at = Gap(start, busiest); at < length; at += Gap(start + at, busiest))
        {
            var call = Caller();
            world.At(start + at, () => Place(call));
        }
        for (var hour = TimeSpan.Zero; hour < length; hour += TimeSpan.FromHours(1))
        {
            var (who, answer) = (agents[random.Next(agents.Count)], Answers[random.Next(Answers.Length)]);
            world.At(start + hour + TimeSpan.FromSeconds(random.Next(3600)), () => world.Put($"/sim/people/{Uri.EscapeDataString(who)}", new { answer }));
        }
    }

    private TimeSpan Gap(DateTimeOffset at, int busiest)
    {
        var share = at.Hour is >= 13 and < 23 ? 1 : 0.1;
        return TimeSpan.FromHours(-Math.Log(1 - random.NextDouble()) / (busiest * share));
    }

    private Task<string> Place(object call)
    {
        var placed = world.Send(HttpMethod.Post, "/sim/calls", call);
        Placed.Add(placed);
        return placed;
    }

    private object Caller()
    {
        var exchange = Callers[random.Next(Callers.Length)];
        var from = exchange[0] == '+' ? string.Create(CultureInfo.InvariantCulture, $"{exchange}01{random.Next(100):00}") : exchange;
        object[] script = random.Next(8) switch
        {
            0 => [new { press = "2" }],
            1 => [new { press = "9" }],
            2 => [new { wait = 30.0 }, new { press = "1" }],
            3 => [new { say = "I lost my apartment" }],
            4 => [new { press = "7" }, new { press = "0" }],
            _ => [],
        };
        double? hangUpAfter = random.Next(4) == 0 ? random.Next(5, 240) : null;
        object? faults = random.Next(10) switch
        {
            0 => new { duplicate = new[] { "/voice" }, statusDelay = 0.0, duplicateStatus = true },
            1 => new { duplicate = Array.Empty<string>(), statusDelay = (double)random.Next(1, 20), duplicateStatus = false },
            _ => null,
        };
        return new { from, to = "211", script, hangUpAfter, talk = (double)random.Next(30, 900), faults };
    }
}
