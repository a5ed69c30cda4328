using System.CommandLine;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Storage;

namespace Community211.Ivr.Host.Commands;

/// <summary>The command <c>ivr</c>. Exit codes: 0 yes or done, 1 the answer is no, 2 asked wrongly.</summary>
public static class CommandLine
{
    public const int Yes = 0;
    public const int No = 1;
    public const int AskedWrongly = 2;

    public static async Task<int> Run(string[] args, TimeProvider clock, TextWriter output, TextWriter errors)
    {
        var config = new Option<string?>("--config") { Description = $"The configuration file. Default: {ConfigurationFile.Name} in the working directory.", Recursive = true };
        var root = new RootCommand("Call routing for a 2-1-1 helpline. Without a command: runs the service.") { config };
        var run = RunCommand.Make(config, clock, output);
        root.Add(run);
        root.Action = run.Action;
        root.Add(CheckCommand.Make(config, clock, output));
        root.Add(SchemasCommand.Make(config, output));
        root.Add(CallCommand.Make(config, clock, output));
        root.Add(ShowCommand.Make(config, output));
        root.Add(ReplayCommand.Make(config, output));
        root.Add(DiffCommand.Make(config, clock, output));
        root.Add(ImportCommand.Make(config, clock, output));
        root.Add(PublishCommand.Make(config, output));
        root.Add(SurgeCommand.Make(config, output));
        root.Add(FloorCommand.Make(config, output));
        root.Add(DecisionCommand.Make(config, output));
        root.Add(ReportCommand.Make(config, clock, output));
        root.Add(TokenCommand.Make(config, output));
        root.Add(StoreCommand.Make(config, clock, output));
        root.Add(DoctorCommand.Make(config, clock, output));
        var parsed = root.Parse(args);
        string[] problems = parsed.Errors.Count > 0 ? [.. parsed.Errors.Select(e => e.Message)] : Typing.Problem(parsed) is { } slip ? [slip] : [];
        if (problems.Length > 0)
        {
            foreach (var sentence in problems)
                await errors.WriteLineAsync(sentence);
            await errors.WriteLineAsync("See 'ivr --help', or the command with --help.");
            return AskedWrongly;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception problem) when (problem is ConfigurationProblem or StorageException or BadArgument)
        {
            await errors.WriteLineAsync(problem.Message);
            return AskedWrongly;
        }
        catch (HttpRequestException problem)
        {
            await errors.WriteLineAsync($"Nobody answers: {problem.Message} Is the service running? Start it with: dotnet run --project src/Community211.Ivr.Host");
            return No;
        }
    }
}
