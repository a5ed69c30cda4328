using System.Collections.Immutable;
using System.CommandLine;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>publish</c>: the flow folder goes live, or an earlier revision again.</summary>
internal static class PublishCommand
{
    public static Command Make(Option<string?> config, TextWriter output)
    {
        var revision = new Argument<string?>("REV") { Description = "An earlier revision to go back to, or the beginning of its name. Without it: the flow folder.", Arity = ArgumentArity.ZeroOrOne };
        var note = new Option<string?>("--note") { Description = "Why, in a sentence." };
        var expect = new Option<int?>("--expect") { Description = "Number of the publication that has to be live. Default: the one that changes are shown against." };
        var who = new Option<string?>("--who") { Description = "Who publishes. Default: the user's name." };
        var folder = new Option<string?>("--folder") { Description = "The folder to publish. Default: Flows:Folder." };
        var list = new Option<bool>("--list") { Description = "What was published, what is live, and the last refusal." };
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var command = new Command("publish", "Checks the flow folder and makes it live, or takes an earlier revision back. Exit code 1 when it is refused.") { revision, note, expect, who, folder, list, json };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = ConfigurationFile.Read(parsed.GetValue(config)).Settings;
            bool Given(Option option) => parsed.GetResult(option) is { Implicit: false };
            if (parsed.GetValue(list) && (parsed.GetValue(revision) is not null || new Option[] { note, expect, who, folder }.Any(Given)))
                throw new BadArgument("--list publishes nothing: only --json belongs to it.");
            if (parsed.GetValue(revision) is { } back)
            {
                if (Given(folder))
                    throw new BadArgument("--folder belongs to publishing a folder; a REV goes back to what the service keeps. Leave one of them out.");
                if (!back.All(char.IsAsciiLetterOrDigit))
                    throw new BadArgument($"'{back}' is no revision. Allowed: the beginning of a name that 'publish --list' shows. A folder is published with --folder.");
            }
            using var admin = new AdminClient(settings);
            var printer = new PublishPrinter(output, parsed.GetValue(json));
            if (parsed.GetValue(list))
                return await printer.List(await admin.Get<FlowsStory>("admin/flows", stop), stop);
            var order = new Signature(parsed.GetValue(who) ?? Environment.UserName, parsed.GetValue(note), parsed.GetValue(expect));
            return parsed.GetValue(revision) is { } earlier
                ? await TakeBack(admin, earlier, order, printer, stop)
                : await Publish(admin, parsed.GetValue(folder) ?? settings.FlowFolder, order, printer, stop);
        });
        return command;
    }

    private static async Task<int> Publish(AdminClient admin, string folder, Signature order, PublishPrinter printer, CancellationToken stop)
    {
        var files = FilesOf(folder);
        var live = await Live(admin, stop);
        await printer.Changes(live?.Files, files);
        var git = await GitCommit.Of(folder, stop);
        var (status, said) = await admin.Send(HttpMethod.Post, "admin/flows", new PublishOrder(files, order.Expect ?? live?.Number, order.Who, order.Note, git), stop);
        return await printer.Told(status, said, stop);
    }

    private static async Task<int> TakeBack(AdminClient admin, string revision, Signature order, PublishPrinter printer, CancellationToken stop)
    {
        var live = await Live(admin, stop);
        var path = $"admin/flows/{Uri.EscapeDataString(revision)}";
        if (await admin.Get<KeptRevision>(path, stop) is { } kept)
            await printer.Changes(live?.Files, kept.Files);
        var (status, said) = await admin.Send(HttpMethod.Post, "admin/flows/back", new BackOrder(revision, order.Expect ?? live?.Number, order.Who, order.Note), stop);
        return await printer.Told(status, said, stop);
    }

    private static async Task<LiveFiles?> Live(AdminClient admin, CancellationToken stop) =>
        (await admin.Get<FlowsStory>("admin/flows", stop))?.Live is { } live && await admin.Get<KeptRevision>($"admin/flows/{live.Revision}", stop) is { } kept
            ? new LiveFiles(live.Number, kept.Files)
            : null;

    private static ImmutableDictionary<string, string> FilesOf(string folder)
    {
        try
        {
            return FlowFolder.Read(folder) is { IsEmpty: false } files
                ? files
                : throw new BadArgument($"The folder {folder} holds no flow files. Name the folder with --folder, or correct Flows:Folder.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadArgument($"The folder {folder} cannot be read: {problem.Message}");
        }
    }

    private sealed record Signature(string Who, string? Note, int? Expect);

    private sealed record LiveFiles(int Number, ImmutableDictionary<string, string> Files);
}
