using System.CommandLine;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Schemas;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>schemas</c>: writes the JSON Schemas that the files of a flow folder name in their first lines.</summary>
internal static class SchemasCommand
{
    public static Command Make(Option<string?> config, TextWriter output)
    {
        var folder = new Argument<string?>("FOLDER") { Description = "The flow folder. Default: Flows:Folder of the configuration.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("schemas", "Writes the JSON Schemas by which editors complete and underline the files of a flow folder.") { folder };
        command.SetAction(async (parsed, stop) =>
        {
            var path = parsed.GetValue(folder) ?? ConfigurationFile.Read(parsed.GetValue(config)).Settings.FlowFolder;
            if (!Directory.Exists(path))
                throw new BadArgument($"There is no folder {path}.");
            var into = Directory.CreateDirectory(Path.Combine(path, FlowSchemas.Folder)).FullName;
            foreach (var (name, text) in FlowSchemas.All.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                var file = Path.Combine(into, name);
                var changed = !File.Exists(file) || await File.ReadAllTextAsync(file, stop) != text;
                if (changed)
                    await File.WriteAllTextAsync(file, text, stop);
                await output.WriteLineAsync($"{name}: {(changed ? "written" : "unchanged")}");
            }
            return CommandLine.Yes;
        });
        return command;
    }
}
