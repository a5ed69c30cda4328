using System.CommandLine;
using System.Text.Json;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Checks;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>check</c>: whether a flow folder may go live: its files, the proofs and rules, the examples. Needs no running service.</summary>
internal static class CheckCommand
{
    public static Command Make(Option<string?> config, TimeProvider clock, TextWriter output)
    {
        var folder = new Argument<string?>("FOLDER") { Description = "The flow folder. Default: Flows:Folder of the configuration.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "The findings as SARIF 2.1.0, for editors and code review." };
        var graph = new Option<bool>("--graph") { Description = "The flow as a Mermaid diagram, in place of the report." };
        var command = new Command("check", "Checks a flow folder: files, proofs, rules, examples. Exit code 0 when it may go live.") { folder, json, graph };
        command.SetAction(async parsed =>
        {
            var path = parsed.GetValue(folder);
            var settings = ConfigurationFile.Read(parsed.GetValue(config)).Settings;
            var files = FlowSets.ReadFiles(path ?? settings.FlowFolder);
            if (parsed.GetValue(graph))
            {
                if (FlowLoader.Draft(files, new Findings()) is not { } draft)
                    throw new BadArgument($"The flow in {path ?? settings.FlowFolder} cannot be drawn before it can be read: see 'ivr check'.");
                await output.WriteLineAsync(Mermaid.Of(draft.Flow));
                return CommandLine.Yes;
            }
            var report = FlowCheck.Run(files, settings.ExampleShare, clock.GetUtcNow());
            if (parsed.GetValue(json))
                await output.WriteLineAsync(JsonSerializer.Serialize(Sarif.Of(report.Findings), ConsoleJson.Lean));
            else
                await new CheckView(output).Show(report);
            return report.Set is null ? CommandLine.No : CommandLine.Yes;
        });
        return command;
    }
}
