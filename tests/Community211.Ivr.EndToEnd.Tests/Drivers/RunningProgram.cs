using System.Diagnostics;

namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>The program <c>ivr</c> as a process of its own, with what it says. It ends with the test, whatever happens.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    private RunningProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => _exited.TrySetResult(_process.ExitCode);
        _process.Start();
        AppDomain.CurrentDomain.ProcessExit += KillAtEnd;
        _reading = Task.WhenAll(Read(_process.StandardOutput, Output), Read(_process.StandardError, Errors));
    }

    public int Id => _process.Id;

    public Lines<string> Output { get; } = new();

    public Lines<string> Errors { get; } = new();

    public Task<int> Exited => _exited.Task;

    public static RunningProgram Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? Built.Root,
        };
        foreach (var argument in arguments.Prepend(Built.Ivr))
            start.ArgumentList.Add(argument);
        foreach (var key in start.Environment.Keys.Where(k => k.Contains("__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(key);
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        return new RunningProgram(start);
    }

    /// <summary>Runs to the end; for commands that print and end.</summary>
    public static async Task<Printed> Run(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string? folder = null)
    {
        using var program = Start(arguments, environment, folder);
        var code = await Patience.Of(program.Exited, "The end of the command");
        await program._reading.WaitAsync(Patience.Most);
        return new Printed(code, string.Join('\n', program.Output.All), string.Join('\n', program.Errors.All));
    }

    public void Send(int signal) => Signals.Send(Id, signal);

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtEnd;
        KillAtEnd(null, EventArgs.Empty);
        _process.Dispose();
    }

    private static async Task Read(StreamReader from, Lines<string> to)
    {
        try
        {
            while (await from.ReadLineAsync() is { } line)
                to.Add(line);
            to.Close("The program says nothing more.");
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException or InvalidOperationException)
        {
            to.Close("The program was put away.");
        }
    }

    private void KillAtEnd(object? sender, EventArgs e)
    {
        if (!_exited.Task.IsCompleted)
            Signals.Send(Id, Signals.Kill);
    }
}

/// <summary>What a command printed, and how it ended.</summary>
internal sealed record Printed(int Code, string Output, string Errors)
{
    public override string ToString() => $"exit code {Code}\n--- stdout\n{Output}\n--- stderr\n{Errors}";
}
