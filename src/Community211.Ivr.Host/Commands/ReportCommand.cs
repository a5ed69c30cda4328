using System.CommandLine;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Queues.Figures;
using NodaTime;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>report</c>: figures of a span of time.</summary>
internal static class ReportCommand
{
    public static Command Make(Option<string?> config, TimeProvider clock, TextWriter output)
    {
        var from = new Option<string?>("--from") { Description = "From when, local time: \"2026-11-24\" or \"2026-11-24 08:00\". Default: today, from midnight." };
        var until = new Option<string?>("--until") { Description = "Until when; that moment is left out. Default: now." };
        var by = new Option<FigureGroup>("--by") { Description = "region (default), language, priority, need, interval (half-hours); inquiry, service and unmet (needs as agents noted them, by region)." };
        var json = new Option<bool>("--json") { Description = "Machine-readable. Counts from 1 to 4 are left out of groups, as in all exports." };
        var csv = new Option<bool>("--csv") { Description = "For a spreadsheet. Counts from 1 to 4 are \"<5\"." };
        var command = new Command("report", "Calls, waits and service levels of a span of time, counted once for the province and once in each group. Groups show no count from 1 to 4: a few calls could be somebody's.") { from, until, by, json, csv };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = ConfigurationFile.Read(parsed.GetValue(config)).Settings;
            var zone = FlowSets.Read(settings.FlowFolder).Set.Places.Zone;
            var now = clock.GetUtcNow();
            var begins = parsed.GetValue(from) is { } f ? LocalTime.Read(f, "--from", zone) : Midnight(now, zone);
            var ends = parsed.GetValue(until) is { } u ? LocalTime.Read(u, "--until", zone) : now;
            if (ends <= begins)
                throw new BadArgument("--until is not after --from. Give a span of time, such as --from 2026-11-24 --until 2026-11-25.");
            if (parsed.GetValue(json) && parsed.GetValue(csv))
                throw new BadArgument("--json and --csv are two ways to write the same. Choose one.");
            using var admin = new AdminClient(settings);
            var path = $"admin/figures?from={Uri.EscapeDataString(begins.ToString("o"))}&until={Uri.EscapeDataString(ends.ToString("o"))}&by={parsed.GetValue(by)}";
            var story = await admin.Get<FigureStory>(path, stop) ?? throw new BadArgument("The running service knows no figures: it is older than this command.");
            var view = new ReportView(story, zone);
            foreach (var line in parsed.GetValue(json) ? view.Json() : parsed.GetValue(csv) ? view.Csv() : view.Text())
                await output.WriteLineAsync(line);
            return CommandLine.Yes;
        });
        return command;
    }

    private static DateTimeOffset Midnight(DateTimeOffset now, DateTimeZone zone) =>
        zone.AtStartOfDay(Instant.FromDateTimeOffset(now).InZone(zone).Date).ToDateTimeOffset();
}
