using System.Security.Cryptography;
using Community211.Ivr.VirtualTime.Tests.World;

namespace Community211.Ivr.VirtualTime.Tests;

/// <summary>Service and trunk, whole, over days that take as long as their work does.</summary>
public sealed class WeekTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Week_OfTheSameSeed_GivesTheSameLogByteForByteAndLosesNobody()
    {
        var (first, calls) = await Play(seed: 7, TimeSpan.FromDays(7), busiest: 3);
        var (second, _) = await Play(seed: 7, TimeSpan.FromDays(7), busiest: 3);

        Assert.Equal(first, second);
        Assert.True(calls.Count > 150, $"only {calls.Count} calls");
        Assert.Empty(calls.Where(call => call is not ({ Warnings.Count: 0, EndedBy: "caller" } or { Warnings.Count: 0, EndedBy: "service", Talked: true })).Take(5));
        Assert.True(calls.Count(call => call.Talked) > calls.Count / 2);
    }

    [Fact]
    public async Task Hour_OfAnotherSeed_GivesAnotherLog()
    {
        var hour = TimeSpan.FromHours(1);
        var (first, _) = await Play(seed: 1, hour, busiest: 100);
        var (second, _) = await Play(seed: 2, hour, busiest: 100);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Day_OfABadCarrier_GivesTheSameLogByteForByteAndLosesNobody()
    {
        var (first, calls) = await Play(seed: 3, TimeSpan.FromDays(1), busiest: 10, BadCarrier);
        var (second, _) = await Play(seed: 3, TimeSpan.FromDays(1), busiest: 10, BadCarrier);

        Assert.Equal(first, second);
        Assert.True(calls.Count > 50, $"only {calls.Count} calls");
        Assert.Empty(calls.Where(call => call is not ({ EndedBy: "caller" } or { EndedBy: "service", Talked: true })).Take(5));
        Assert.True(calls.Count(call => call.Talked) > calls.Count / 2);
    }

    /// <summary>Requests slow, refused, failed, failed after they were done; answers lost; and away for a minute every few hours.</summary>
    private static void BadCarrier(VirtualWorld world)
    {
        var start = world.Clock.GetUtcNow();
        object[] faults =
        [
            new { on = "rest", what = "slow", seconds = 3, chance = 0.1 },
            new { on = "rest", what = "429", chance = 0.05 },
            new { on = "rest", what = "5xx", chance = 0.05 },
            new { on = "rest", what = "5xx-after", chance = 0.1 },
            new { on = "webhook", what = "delay", seconds = 4, chance = 0.1 },
            new { on = "status", what = "delay", seconds = 30, chance = 0.1 },
            new { on = "status", what = "drop-request", chance = 0.1 },
            new { on = "webhook", what = "drop-response", chance = 0.02 },
        ];
        world.At(start, () => world.Put("/sim/faults", faults));
        for (var hour = 2; hour < 24; hour += 5)
            world.At(start + TimeSpan.FromHours(hour), () => world.Send(HttpMethod.Post, "/sim/faults", new { on = "carrier", what = "away", seconds = 60, times = 1 }));
    }

    private static async Task<(string Hash, IReadOnlyList<SeenCall> Calls)> Play(int seed, TimeSpan length, int busiest, Action<VirtualWorld>? weather = null)
    {
        await using var world = await VirtualWorld.Start(seed, Monday);
        weather?.Invoke(world);
        var traffic = new Traffic(world, seed);
        traffic.Plan(length, busiest);
        await world.Until(Monday + length);
        await world.Run(() => Task.WhenAll(traffic.Placed));
        var log = await world.Log();
        return (Convert.ToHexString(SHA256.HashData(log)), SeenCall.In(log));
    }
}
