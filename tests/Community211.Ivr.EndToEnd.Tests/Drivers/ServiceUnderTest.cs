using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>The service as a process, with its trunk as another: started, killed, started again on the same ports and files.</summary>
internal sealed class ServiceUnderTest : IAsyncDisposable
{
    /// <summary>The last line of the banner: it listens, and the trunk is configured.</summary>
    private const string Ready = "Ctrl-C ends it.";

    // Starting is what computes most; more at once only make each other slow.
    private static readonly SemaphoreSlim Starting = new(2);

    private readonly Dictionary<string, string> _environment;
    private readonly List<RunningProgram> _runs = [];
    private readonly HashSet<int> _trunks = [];

    /// <param name="more">Further settings, as environment variables: <c>Calls__AwaySeconds</c>.</param>
    public ServiceUnderTest(params (string Key, string Value)[] more)
    {
        Folder = Directory.CreateTempSubdirectory("ivr-").FullName;
        Url = new Uri($"http://127.0.0.1:{Ports.Free()}");
        TrunkUrl = new Uri($"http://127.0.0.1:{Ports.Free()}");
        _environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Service__Listen"] = Text(Url),
            ["Twilio__PublicBaseUrl"] = Text(Url),
            ["Twilio__ApiBaseUrl"] = Text(TrunkUrl),
            ["Trunk__Listen"] = Text(TrunkUrl),
            ["Trunk__FallbackDocument"] = Path.Combine(Folder, "fallback.xml"),
            ["Storage__Path"] = Database,
            ["Flows__FallbackFolder"] = Path.Combine(Folder, "fallback"),
        };
        foreach (var (key, value) in more)
            _environment[key] = value;
        Http = new HttpClient { BaseAddress = Url, Timeout = Patience.Most };
        Trunk = new TrunkClient(TrunkUrl);
    }

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "ivr.db");

    public Uri Url { get; }

    public Uri TrunkUrl { get; }

    public HttpClient Http { get; }

    public TrunkClient Trunk { get; }

    public IReadOnlyDictionary<string, string> Environment => _environment;

    public RunningProgram Program => _runs[^1];

    /// <summary>The trunk that the last run started; the one of an earlier run where it was used again.</summary>
    public int TrunkId => _trunks.Last();

    public static async Task<ServiceUnderTest> Started(params (string Key, string Value)[] more)
    {
        var service = new ServiceUnderTest(more);
        try
        {
            await service.Start();
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, for the first time or again, and waits until it listens.</summary>
    public async Task Start()
    {
        await Starting.WaitAsync();
        RunningProgram program;
        try
        {
            program = Launch();
            var ready = program.Output.First(line => line.Contains(Ready, StringComparison.Ordinal));
            await Patience.Of(Task.WhenAny(ready, program.Exited), "The banner");
            if (!ready.IsCompletedSuccessfully)
                throw new InvalidOperationException($"The service did not start.\n{Logs()}");
        }
        finally
        {
            Starting.Release();
        }
        const string started = "Started the simulated trunk";
        foreach (var line in program.Output.All.Where(l => l.Contains(started, StringComparison.Ordinal)))
            _trunks.Add(int.Parse(line.Split("(process ")[1].Split(')')[0], CultureInfo.InvariantCulture));
    }

    /// <summary>Starts it without waiting for anything.</summary>
    public RunningProgram Launch(params string[] arguments)
    {
        var program = RunningProgram.Start(arguments, _environment);
        _runs.Add(program);
        return program;
    }

    /// <summary>kill -9: the service has no time to say anything, and the trunk lives on.</summary>
    public async Task Kill()
    {
        Program.Send(Signals.Kill);
        await Patience.Of(Program.Exited, "The service's death");
    }

    public async Task KillAndRestart()
    {
        await Kill();
        await Start();
    }

    /// <summary>A command of <c>ivr</c> beside the running service, with the same settings.</summary>
    public Task<Printed> Command(params string[] arguments) => RunningProgram.Run(arguments, _environment);

    /// <summary><c>call --json</c>: the exit code and the report.</summary>
    public async Task<(int Code, JsonElement Report)> Call(params string[] arguments)
    {
        var printed = await Command(["call", .. arguments, "--json"]);
        return printed.Output.StartsWith('{')
            ? (printed.Code, JsonSerializer.Deserialize<JsonElement>(printed.Output))
            : throw new InvalidOperationException(printed.ToString());
    }

    /// <summary>The admin API's answer.</summary>
    public async Task<JsonElement> Admin(string path) =>
        await Ask(HttpMethod.Get, $"admin/{path}", (await File.ReadAllTextAsync(Path.Combine(Folder, "admin.token"))).Trim());

    /// <summary>Staff open a calendar for an hour.</summary>
    public async Task Open(string calendar) =>
        await Ask(HttpMethod.Post, "admin/openings", (await File.ReadAllTextAsync(Path.Combine(Folder, "admin.token"))).Trim(), new Dictionary<string, string> { ["calendar"] = calendar, ["for"] = "1h", ["who"] = "ana" });

    /// <summary>A token of a member of staff, as <c>ivr token</c> makes it.</summary>
    public async Task<string> TokenOf(string agent) =>
        (await Ask(HttpMethod.Post, "admin/tokens", (await File.ReadAllTextAsync(Path.Combine(Folder, "admin.token"))).Trim(), new { agent })).GetProperty("token").GetString()!;

    /// <summary>A request with a token, which has to be taken.</summary>
    public async Task<JsonElement> Ask(HttpMethod method, string path, string token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(text) : throw new InvalidOperationException($"{method} {path}: {answer.StatusCode} {text}");
    }

    /// <summary>All that was said, for a failed test.</summary>
    public string Logs()
    {
        const int most = 400;
        var log = Path.Combine(Folder, "trunk.log");
        var trunk = File.Exists(log) ? File.ReadAllLines(log) : [];
        return string.Concat(_runs.Select((run, i) => $"--- service, run {i + 1}\n{string.Join('\n', run.Output.All.Concat(run.Errors.All))}\n"))
            + $"--- trunk\n{string.Join('\n', trunk.Where(l => !l.Contains("\"method\":\"GET\"", StringComparison.Ordinal)).TakeLast(most).Select(Shortened))}";
    }

    public async ValueTask DisposeAsync()
    {
        // Shown with the tests that failed; whether this one does is not known yet.
        TestContext.Current.TestOutputHelper?.WriteLine(Logs());
        foreach (var run in _runs)
            run.Dispose();
        await Trunk.Shutdown();
        Trunk.Dispose();
        Http.Dispose();
        foreach (var trunk in _trunks)
            Signals.Send(trunk, Signals.Kill);
        Directory.Delete(Folder, recursive: true);
    }

    private static string Text(Uri url) => url.ToString().TrimEnd('/');

    private static string Shortened(string line) => line.Length <= 300 ? line : line[..300] + "…";
}
