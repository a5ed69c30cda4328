using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Carrier;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Simulated;

/// <summary>
/// Starts the simulated trunk as a process of its own, so that killing the service leaves the carrier, as in life. One that already
/// listens, after a crash, is used again. What we started ends with us.
/// </summary>
internal sealed partial class TrunkProcess(Settings settings, IFlowSets flows, TimeProvider clock, ILogger<TrunkProcess> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan MostStart = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MostStop = TimeSpan.FromSeconds(2);
    private readonly HttpClient _http = new() { BaseAddress = settings.Trunk.Listen, Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Mode != CarrierMode.Simulated)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(settings.Trunk.FallbackDocument)!);
        await File.WriteAllTextAsync(settings.Trunk.FallbackDocument, TrunkConfig.FallbackDocument(settings), cancellationToken);
        var there = await IsThere(cancellationToken);
        if (!there)
            await Launch(cancellationToken);
        using var content = new StringContent(TrunkConfig.Of(settings, flows.Live), Encoding.UTF8, "application/json");
        using var configured = await _http.PutAsync("sim/config", content, cancellationToken);
        if (!configured.IsSuccessStatusCode)
            throw new ConfigurationProblem($"The trunk at {settings.Trunk.Listen} refused its configuration: {await configured.Content.ReadAsStringAsync(cancellationToken)}");
        if (!there)
            return;
        _process = EarlierOne();
        LogReused(log, settings.Trunk.Listen);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        File.Delete(PidFile);
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

    public void Dispose()
    {
        _http.Dispose();
        _process?.Dispose();
    }

    /// <summary>Names the process that a service with this data folder started; it outlives a crash, as the trunk does.</summary>
    private string PidFile => Path.Combine(settings.DataFolder, "trunk.pid");

    /// <summary>The trunk that an earlier run of ours left behind, so that it ends with us; null when somebody else started it.</summary>
    private Process? EarlierOne()
    {
        try
        {
            var found = File.Exists(PidFile) && int.TryParse(File.ReadAllText(PidFile), CultureInfo.InvariantCulture, out var id) ? Process.GetProcessById(id) : null;
            return found?.ProcessName.StartsWith("Community211", StringComparison.Ordinal) == true ? found : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task<bool> IsThere(CancellationToken stop)
    {
        try
        {
            using var answer = await _http.GetAsync("sim/health", stop);
            var health = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
            if (health.ValueKind == JsonValueKind.Object && health.TryGetProperty("product", out var product) && product.GetString() == "community211-trunk")
                return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or TaskCanceledException)
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
        LogStarted(log, settings.Trunk.Listen, _process.Id);
        await File.WriteAllTextAsync(PidFile, _process.Id.ToString(CultureInfo.InvariantCulture), stop);
        var until = clock.GetUtcNow() + MostStart;
        while (!await IsThere(stop))
        {
            if (_process.HasExited)
                throw new ConfigurationProblem($"The simulated trunk ended at once with code {_process.ExitCode}. Is the port of Trunk:Listen ({settings.Trunk.Listen}) in use?");
            if (clock.GetUtcNow() > until)
                throw new ConfigurationProblem($"The simulated trunk did not answer at {settings.Trunk.Listen} within {MostStart.TotalSeconds} s.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, stop);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Started the simulated trunk at {Url} (process {Process}).")]
    private static partial void LogStarted(ILogger log, Uri url, int process);

    [LoggerMessage(Level = LogLevel.Information, Message = "A simulated trunk listens at {Url} already and is used again.")]
    private static partial void LogReused(ILogger log, Uri url);
}
