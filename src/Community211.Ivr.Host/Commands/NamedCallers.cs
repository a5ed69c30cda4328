using System.Text.Json;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Commands;

/// <summary>The trunk's named callers: who they are, and whether what was expected of one's call came true.</summary>
internal static class NamedCallers
{
    /// <summary><c>call --people</c>.</summary>
    public static async Task List(Settings settings, TextWriter output, bool json, CancellationToken stop)
    {
        using var trunk = new HttpClient { BaseAddress = settings.Trunk.Listen };
        var all = (await trunk.GetFromJsonAsync<JsonElement>("sim/callers", stop)).GetProperty("callers");
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(all, ConsoleJson.Whole));
            return;
        }
        foreach (var caller in all.EnumerateArray())
        {
            await output.WriteLineAsync(Text(caller, "name"));
            foreach (var about in (string[])["who", "why"])
                await output.WriteLineAsync($"  {Text(caller, about)}");
            await output.WriteLineAsync($"  Expected: {Text(caller, "expects")}.");
        }
    }

    /// <summary>For a terminal, from the trunk's last line about a call.</summary>
    public static IEnumerable<string> Lines(JsonElement expected)
    {
        yield return $"  caller       {Text(expected, "as")}: {Text(expected, "who")}";
        yield return $"  expected     {Text(expected, "expects")}";
        yield return $"  came true    {(IsMet(expected) ? "yes" : "no")}";
        foreach (var why in expected.GetProperty("why").EnumerateArray())
            yield return $"    {why.GetString()}";
    }

    public static bool IsMet(JsonElement expected) => expected.GetProperty("met").GetBoolean();

    private static string? Text(JsonElement e, string name) => e.GetProperty(name).GetString();
}
