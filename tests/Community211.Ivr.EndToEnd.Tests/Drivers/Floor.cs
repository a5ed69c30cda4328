using System.Text.Json;
using System.Text.RegularExpressions;

namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>The agents, from both sides: how the trunk lets them behave, and what the service thinks they do.</summary>
internal static partial class Floor
{
    /// <summary>The numbers of all agents by id, as <c>places.yaml</c> has them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Numbers =
        Agent().Matches(File.ReadAllText(Path.Combine(Built.Root, "ivr-flows", "places.yaml"))).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);

    /// <summary>Every telephone rings in vain.</summary>
    public static Task NobodyAnswers(this ServiceUnderTest service) => service.Everybody(new { answer = "no-answer" });

    public static async Task Everybody(this ServiceUnderTest service, object settings)
    {
        foreach (var number in Numbers.Values)
            await service.Trunk.Person(number, settings);
    }

    /// <summary>Everybody else goes home.</summary>
    public static async Task OnlyOne(this ServiceUnderTest service, string agent)
    {
        foreach (var other in Numbers.Keys.Where(id => id != agent))
        {
            var token = await service.TokenOf(other);
            var version = (await service.Ask(HttpMethod.Get, "agent/me", token)).GetProperty("version").GetInt32();
            await service.Ask(HttpMethod.Post, "agent/sign-out", token, new { version });
        }
    }

    /// <summary>Agent ids and what the service thinks they do.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Phases(this ServiceUnderTest service) =>
        (await service.Admin("floor")).GetProperty("agents").EnumerateArray()
            .ToDictionary(a => a.GetProperty("id").GetString()!, a => a.GetProperty("phase").GetString()!, StringComparer.Ordinal);

    /// <summary>CallSids in line, in the order in which they are served.</summary>
    public static async Task<IReadOnlyList<string>> Line(this ServiceUnderTest service) =>
        [.. (await service.Admin("floor")).GetProperty("callers").EnumerateArray().Select(c => c.GetProperty("call").GetString()!)];

    /// <summary>In the end nobody waits, and every agent is available.</summary>
    public static Task FloorIsFree(this ServiceUnderTest service) => Patience.Until(
        () => service.Admin("floor"),
        floor => floor.GetProperty("callers").GetArrayLength() == 0
            && floor.GetProperty("agents").EnumerateArray().All(a => a.GetProperty("phase").GetString() == "available"),
        "A floor on which nobody waits and everybody is available");

    /// <summary>In the end no leg is left at the carrier.</summary>
    public static Task EveryLegIsOver(this ServiceUnderTest service) => Patience.Until(
        async () => string.Join(", ", (await service.Trunk.Legs()).Where(IsLive).Select(l => l.ToString())),
        live => live.Length == 0,
        "That every leg is over");

    private static bool IsLive(JsonElement leg) => leg.GetProperty("status").GetString() is "queued" or "ringing" or "in-progress" or "initiated";

    [GeneratedRegex("id: ([a-z0-9-]+), number: \"([+0-9]+)\"")]
    private static partial Regex Agent();
}
