using System.CommandLine;
using System.Text.Json;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>floor</c>: who waits and who is there, now.</summary>
internal static class FloorCommand
{
    public static Command Make(Option<string?> config, TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var command = new Command("floor", "Who waits and who is there, now: each region's line and the province, with the service levels of this half-hour and of today.") { json };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = ConfigurationFile.Read(parsed.GetValue(config)).Settings;
            using var admin = new AdminClient(settings);
            var live = await admin.Get<LiveFigures>("admin/live", stop) ?? throw new BadArgument("The running service knows no live figures: it is older than this command.");
            string[] lines = parsed.GetValue(json) ? [JsonSerializer.Serialize(live, ConsoleJson.Whole)] : [.. new FloorView(live, FlowSets.Read(settings.FlowFolder).Set.Places.Zone).Text()];
            foreach (var line in lines)
                await output.WriteLineAsync(line);
            return CommandLine.Yes;
        });
        return command;
    }
}
