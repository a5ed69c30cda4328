using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Carrier;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Publishing;
using Community211.Ivr.Host.Staff;

namespace Community211.Ivr.Host.Simulated;

/// <summary>
/// Starts the simulated trunk as a process of its own, so that killing the service leaves the carrier, as in life. One that already
/// listens, after a crash, is used again. What we or an earlier run started ends with us; one started by hand stays.
/// </summary>
internal sealed partial class TrunkProcess(Settings settings, IFlowSets flows, StaffTokens tokens, TimeProvider clock, ILogger<TrunkProcess> log) : IHostedService, IFlowFollower, IDisposable
{
    private static readonly TimeSpan MostStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MostStop = TimeSpan.FromSeconds(2);
    private readonly HttpClient _http = new() { BaseAddress = settings.Trunk.Listen, Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;
    private bool _launched;
    private string? _configured;
    private bool _disposed;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Mode != CarrierMode.Simulated)
            return;
        await WriteFallback(cancellationToken);
        var there = await Health(cancellationToken);
        if (there is { } found)
            Adopt(found);
        else
            await Launch(cancellationToken);
        await Configure(flows.Live, cancellationToken);
        if (there is not null)
            LogReused(log, settings.Trunk.Listen);
    }

    /// <summary>Our numbers are those of the live places.</summary>
    public async Task Follow(LiveFlow live, CancellationToken stop)
    {
        if (_configured is not null && _configured != live.Set.Revision)
            await Configure(live.Set, stop);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_process is null || _process.HasExited)
            return;
        try
        {
            using var asked = await _http.PostAsync("sim/shutdown", null, cancellationToken);
            using var limit = new CancellationTokenSource(MostStop, clock);
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>A service that could not start was never stopped; what it launched ends all the same, what it found may be another service's.</summary>
    public void Dispose()
    {
        // The container asks once for each name that this is known by.
        if (_disposed)
            return;
        _disposed = true;
        _http.Dispose();
        if (_launched && _process is { HasExited: false })
            _process.Kill(entireProcessTree: true);
        _process?.Dispose();
    }

    private async Task Configure(FlowSet set, CancellationToken stop)
    {
        using var content = new StringContent(TrunkConfig.Of(settings, set, tokens.MakeForThisRun), Encoding.UTF8, "application/json");
        using var configured = await _http.PutAsync("sim/config", content, stop);
        if (!configured.IsSuccessStatusCode)
            throw new ConfigurationProblem($"The trunk at {settings.Trunk.Listen} refused its configuration: {await configured.Content.ReadAsStringAsync(stop)}");
        _configured = set.Revision;
    }

    private async Task WriteFallback(CancellationToken stop)
    {
        var path = settings.Trunk.FallbackDocument;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, TrunkConfig.FallbackDocument(settings), stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationProblem($"Trunk:FallbackDocument is '{path}', which cannot be written: {problem.Message} Allowed: a file in a folder that the service's user may write.");
        }
    }

    private void Adopt(TrunkHealth found)
    {
        if (!found.Child)
            return;
        try
        {
            _process = Process.GetProcessById(found.Process);
        }
        catch (ArgumentException)
        {
            // It runs in another place than we do, and nobody but its owner can end it.
        }
    }

    /// <summary>What the trunk says of itself; null when nothing listens.</summary>
    private async Task<TrunkHealth?> Health(CancellationToken stop)
    {
        try
        {
            using var answer = await _http.GetAsync("sim/health", stop);
            if (await answer.Content.ReadFromJsonAsync<TrunkHealth>(stop) is { Product: "community211-trunk" } health)
                return health;
        }
        catch (HttpRequestException problem) when (problem.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return null;
        }
        catch (TaskCanceledException) when (_launched && !stop.IsCancellationRequested)
        {
            // Ours, on a busy machine.
            return null;
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or NotSupportedException || (problem is TaskCanceledException && !stop.IsCancellationRequested))
        {
            // Something listens there that is not our trunk.
        }
        throw new ConfigurationProblem($"Trunk:Listen is '{settings.Trunk.Listen}', where something else than the trunk answers. End it, or choose another port.");
    }

    private async Task Launch(CancellationToken stop)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "trunk", OperatingSystem.IsWindows() ? "Community211.Ivr.Trunk.exe" : "Community211.Ivr.Trunk");
        if (!File.Exists(program))
            throw new ConfigurationProblem($"The simulated trunk is not beside the service ({program}). Build the solution, or set Carrier:Mode=Twilio.");
        Directory.CreateDirectory(settings.DataFolder);
        var start = new ProcessStartInfo(program) { UseShellExecute = false };
        foreach (var argument in (ReadOnlySpan<string>)["--listen", settings.Trunk.Listen.ToString().TrimEnd('/'), "--log", Path.Combine(settings.DataFolder, "trunk.log"), "--child"])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start) ?? throw new ConfigurationProblem($"The simulated trunk could not be started: {program}.");
        _launched = true;
        LogStarted(log, settings.Trunk.Listen, _process.Id);
        var until = clock.GetUtcNow() + MostStart;
        while (await Health(stop) is null)
        {
            if (_process.HasExited)
                throw new ConfigurationProblem($"The simulated trunk ended at once with code {_process.ExitCode}. Is the port of Trunk:Listen ({settings.Trunk.Listen}) in use?");
            if (clock.GetUtcNow() > until)
                throw new ConfigurationProblem($"The simulated trunk did not answer at {settings.Trunk.Listen} within {MostStart.TotalSeconds} s.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, stop);
        }
    }

    /// <param name="Product">Tells our trunk from others who answer there.</param>
    /// <param name="Child">A service started it.</param>
    /// <param name="Process">Its process id.</param>
    private sealed record TrunkHealth(string? Product, bool Child, int Process);

    [LoggerMessage(Level = LogLevel.Information, Message = "Started the simulated trunk at {Url} (process {Process}).")]
    private static partial void LogStarted(ILogger log, Uri url, int process);

    [LoggerMessage(Level = LogLevel.Information, Message = "A simulated trunk listens at {Url} already and is used again.")]
    private static partial void LogReused(ILogger log, Uri url);
}
