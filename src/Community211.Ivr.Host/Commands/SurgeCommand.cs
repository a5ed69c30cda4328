using System.CommandLine;
using System.Net;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>surge</c>: calendars that staff open, with an end, and close.</summary>
internal static class SurgeCommand
{
    public static Command Make(Option<string?> config, TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "Machine-readable.", Recursive = true };
        var who = new Option<string?>("--who") { Description = "Who gives the order. Default: the user's name.", Recursive = true };
        var asked = new Asked(config, json, who, output);
        var command = new Command("surge", "Calendars that staff open. Without a command: those that are open, and what changes next.") { json, who, Open(asked), Close(asked) };
        command.SetAction(async (parsed, stop) =>
        {
            using var admin = new AdminClient(ConfigurationFile.Read(parsed.GetValue(config)).Settings);
            var story = await admin.Get<OpeningsStory>("admin/openings", stop);
            foreach (var line in parsed.GetValue(json) ? [JsonSerializer.Serialize(story, ConsoleJson.Whole)] : Lines(story!))
                await output.WriteLineAsync(line);
            return CommandLine.Yes;
        });
        return command;
    }

    private static Command Open(Asked asked)
    {
        var calendar = new Argument<string>("CALENDAR") { Description = "A calendar of calendars.yaml that staff may open." };
        var length = new Option<string?>("--for") { Description = "For how long: 90m, 6h, 2d; at most 31 days." };
        var until = new Option<string?>("--until") { Description = "Until when, local time: \"2026-11-24 18:00\"." };
        var note = new Option<string?>("--note") { Description = "Why, in a sentence." };
        var command = new Command("open", "Opens a calendar; it closes by itself. One that is open gets the new end.") { calendar, length, until, note };
        command.SetAction(async (parsed, stop) =>
        {
            using var admin = new AdminClient(ConfigurationFile.Read(parsed.GetValue(asked.Config)).Settings);
            var order = new OpeningOrder(parsed.GetValue(calendar), parsed.GetValue(length), parsed.GetValue(until), parsed.GetValue(asked.Who) ?? Environment.UserName, parsed.GetValue(note));
            var (status, said) = await admin.Send(HttpMethod.Post, "admin/openings", order, stop);
            return await Told(asked.Output, parsed.GetValue(asked.Json), status, said, () => Line(CallJson.Read<Opening>(said.GetRawText())));
        });
        return command;
    }

    private static Command Close(Asked asked)
    {
        var calendar = new Argument<string>("CALENDAR") { Description = "A calendar that is open." };
        var command = new Command("close", "Closes a calendar before its end.") { calendar };
        command.SetAction(async (parsed, stop) =>
        {
            using var admin = new AdminClient(ConfigurationFile.Read(parsed.GetValue(asked.Config)).Settings);
            var name = parsed.GetValue(calendar)!;
            var path = $"admin/openings?calendar={Uri.EscapeDataString(name)}&who={Uri.EscapeDataString(parsed.GetValue(asked.Who) ?? Environment.UserName)}";
            var (status, said) = await admin.Send(HttpMethod.Delete, path, null, stop);
            return await Told(asked.Output, parsed.GetValue(asked.Json), status, said, () => $"{name} is closed.");
        });
        return command;
    }

    private static async Task<int> Told(TextWriter output, bool json, HttpStatusCode status, JsonElement said, Func<string> done)
    {
        var ok = status == HttpStatusCode.OK;
        await output.WriteLineAsync(json ? JsonSerializer.Serialize(said, ConsoleJson.Lean) : ok ? done() : said.GetProperty("error").GetString());
        return ok ? CommandLine.Yes : CommandLine.No;
    }

    private static IEnumerable<string> Lines(OpeningsStory story) => story.Next is { } next
        ? [.. story.Openings.Select(Line), $"Next change: {next.Calendar} {(next.Opens ? "opens" : "closes")} {Time(next.At)}."]
        : ["No calendar is open."];

    private static string Line(Opening opening) =>
        $"{opening.Calendar} is open until {Time(opening.Until)}, since {Time(opening.From)}, by {opening.Who}{(opening.Note.Length == 0 ? "" : $": {opening.Note}")}";

    private static string Time(DateTimeOffset at) => $"{at:yyyy-MM-dd HH:mm}Z";

    /// <summary>What all commands of <c>surge</c> share.</summary>
    private sealed record Asked(Option<string?> Config, Option<bool> Json, Option<string?> Who, TextWriter Output);
}
