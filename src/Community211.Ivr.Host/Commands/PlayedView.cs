using System.Globalization;
using Community211.Ivr.Calls;
using Community211.Ivr.Flows.Examples;

namespace Community211.Ivr.Host.Commands;

/// <summary>A call that was played in process, as a conversation.</summary>
internal static class PlayedView
{
    public static async Task Show(TextWriter output, string name, PlayedCall call)
    {
        await output.WriteLineAsync(name);
        foreach (var turn in call.Turns)
        {
            foreach (var heard in turn.Heard)
                await Line(output, turn.At, "hears", $"[{heard.Language}] {heard.Text}");
            if (turn.Did.Kind != DoingKind.Silence)
                await Line(output, turn.At, "does", turn.Did.ToString());
            foreach (var reason in turn.Reasons)
                await Line(output, turn.At, "why", CallWords.Sentence(reason));
        }
        await Line(output, call.Lasted, "then", Word(call));
        await output.WriteLineAsync();
    }

    private static Task Line(TextWriter output, TimeSpan at, string what, string rest) =>
        output.WriteLineAsync($"{at.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),6} s  {what,-6} {rest}");

    private static string Word(PlayedCall call) => call.End switch
    {
        PlayEnd.Waiting => $"waits in the line of '{call.State.Line!.Queue}'",
        PlayEnd.Ended => "the service hangs up",
        PlayEnd.HungUp => "the caller has hung up",
        PlayEnd.Stranded => "in no line, and nothing follows",
        _ => "it goes round in a circle",
    };
}
