using System.Collections.Immutable;
using System.Text.Json;
using Community211.Ivr.Host.Commands;

namespace Community211.Ivr.Host.Doctor;

/// <summary>What was found, for a terminal or for a script.</summary>
internal sealed class DoctorView(TextWriter output)
{
    private const int SubjectWidth = 15;

    public async Task Show(ImmutableArray<Diagnosis> found)
    {
        foreach (var one in found)
        {
            await output.WriteLineAsync($"{Word(one.Outcome),-4} {one.Subject.PadRight(SubjectWidth)} {one.Said}");
            if (one.Do is { } remedy)
                await output.WriteLineAsync($"     do: {remedy}");
        }
        await output.WriteLineAsync();
        await output.WriteLineAsync(Sum(Count(found, Outcome.Fail), Count(found, Outcome.Warn)));
    }

    public Task ShowJson(ImmutableArray<Diagnosis> found) => output.WriteLineAsync(JsonSerializer.Serialize(
        new
        {
            Fails = Count(found, Outcome.Fail),
            Warnings = Count(found, Outcome.Warn),
            Checks = found.Select(f => new { Outcome = Word(f.Outcome).ToLowerInvariant(), f.Subject, f.Said, f.Do }),
        },
        ConsoleJson.Whole));

    private static int Count(ImmutableArray<Diagnosis> found, Outcome outcome) => found.Count(f => f.Outcome == outcome);

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Ok => "ok",
        Outcome.Warn => "warn",
        _ => "FAIL",
    };

    private static string Sum(int fails, int warnings) => (fails, warnings) switch
    {
        (0, 0) => "Nothing is wrong.",
        (0, _) => $"Nothing fails; {Counted.Of(warnings, "warning")}.",
        (_, 0) => $"{Counted.Of(fails, "thing")} to mend.",
        _ => $"{Counted.Of(fails, "thing")} to mend, {Counted.Of(warnings, "warning")}.",
    };
}
