using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Observing;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>decision</c>: why a caller was offered to whom, and whether the same would be decided again.</summary>
internal static class DecisionCommand
{
    public static Command Make(Option<string?> config, TextWriter output)
    {
        var which = new Argument<string>("DECISION") { Description = "A decision's number, a CallSid (all that offered the call), or 'last'." };
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var command = new Command("decision", "Who waited, who was free, who was offered whom and why; and the decision made again, by its own rules and by those that are live. Exit code 1 when it would be another.") { which, json };
        command.SetAction(async (parsed, stop) =>
        {
            var asked = parsed.GetValue(which)!;
            if (!asked.All(char.IsAsciiLetterOrDigit) || asked.Length == 0)
                throw new BadArgument($"'{asked}' is no decision. Allowed: its number, a CallSid, or 'last'.");
            using var admin = new AdminClient(ConfigurationFile.Read(parsed.GetValue(config)).Settings);
            var stories = new List<DecisionStory>();
            foreach (var id in await Numbers(asked, admin, stop))
            {
                if (await admin.Get<DecisionStory>($"admin/decisions/{id}", stop) is { } story)
                    stories.Add(story);
            }
            if (stories.Count == 0)
            {
                await output.WriteLineAsync($"No decision of {asked} is kept. 'show CALL' tells why a call went where it went; Decisions:KeepDays says how long decisions can be made again.");
                return CommandLine.No;
            }
            foreach (var line in parsed.GetValue(json) ? [JsonSerializer.Serialize(stories, ConsoleJson.Whole)] : stories.SelectMany(DecisionView.Lines))
                await output.WriteLineAsync(line);
            return stories.All(s => s.Again.All(a => a.Same != false)) ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }

    private static async Task<IEnumerable<long>> Numbers(string asked, AdminClient admin, CancellationToken stop)
    {
        if (long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return [id];
        var sid = asked == "last" ? (await admin.Get<CallSummary[]>("admin/calls?most=1", stop))?.FirstOrDefault()?.Sid : asked;
        return sid is null ? [] : await admin.Get<long[]>($"admin/calls/{sid}/decisions", stop) ?? [];
    }
}
