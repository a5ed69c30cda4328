using Community211.Ivr.Calls.Work;
using System.Globalization;
using Community211.Ivr.Calls;
using Community211.Ivr.Carrier;
using Community211.Ivr.Files;

namespace Community211.Ivr.Host.Configuration;

/// <summary>Reads every option, and says of each wrong one its key, its value and what is allowed.</summary>
internal sealed class SettingsReader(IConfiguration configuration, string folder)
{
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every key that is known, once read.</summary>
    public IReadOnlySet<string> Known => _known;

    /// <exception cref="ConfigurationProblem">Values that are not allowed; each is named.</exception>
    public Settings Read(IEnumerable<string> keysInFile)
    {
        var (settings, problems) = Draft(keysInFile);
        return problems.Count == 0
            ? settings
            : throw new ConfigurationProblem("The configuration cannot be used:" + string.Concat(problems.Select(p => $"\n  {p}")));
    }

    /// <summary>The settings with the default in the place of each value that is not allowed, and a sentence about each of those.</summary>
    public (Settings Settings, IReadOnlyList<string> Problems) Draft(IEnumerable<string> keysInFile)
    {
        var mode = Enum.Parse<CarrierMode>(OneOf("Carrier:Mode", nameof(CarrierMode.Simulated), nameof(CarrierMode.Twilio)));
        // Whom the simulated trunk plays has no desk, and a first call finds somebody.
        string[] signIn = mode == CarrierMode.Simulated ? [nameof(SignInMode.AtStart), nameof(SignInMode.Themselves)] : [nameof(SignInMode.Themselves), nameof(SignInMode.AtStart)];
        var settings = new Settings
        {
            Listen = Url("Service:Listen", "http://127.0.0.1:5211", loopback: false),
            StoragePath = Rooted("Storage:Path", "data/ivr.db"),
            FlowFolder = Rooted("Flows:Folder", "ivr-flows"),
            ExampleShare = Number("Flows:ExampleShare", 100, 0, 100),
            FallbackFolder = Rooted("Flows:FallbackFolder", "data/fallback"),
            Rules = new CallRules
            {
                Ring = Seconds("Calls:RingSeconds", 20, 5, 120),
                WrapUp = Seconds("Calls:WrapUpSeconds", 5, 0, 600),
                Away = Seconds("Calls:AwaySeconds", 30, 0, 3600),
                Sweep = Seconds("Calls:SweepSeconds", 30, 10, 600),
            },
            Agents = new AgentSettings(Enum.Parse<SignInMode>(OneOf("Agents:SignIn", signIn)), Number("Agents:TokenDays", 30, 1, 365)),
            KeepDecisions = TimeSpan.FromDays(Number("Decisions:KeepDays", 30, 1, 3660)),
            MetricsOpen = OneOf("Metrics:Open", "false", "true") == "true",
            Mode = mode,
            Twilio = new TwilioOptions
            {
                AccountSid = Text("Twilio:AccountSid", ""),
                AuthToken = Text("Twilio:AuthToken", ""),
                SecondaryAuthToken = Text("Twilio:SecondaryAuthToken", "") is { Length: > 0 } second ? second : null,
                PublicBaseUrl = Text("Twilio:PublicBaseUrl", "http://127.0.0.1:5211"),
                ApiBaseUrl = Text("Twilio:ApiBaseUrl", "http://127.0.0.1:5212"),
            },
            Trunk = new TrunkSettings(
                Url("Trunk:Listen", "http://127.0.0.1:5212", loopback: true),
                Rooted("Trunk:FallbackDocument", "data/fallback.xml"),
                OneOf("Trunk:WaitUrlFailure", "retry", "leave"),
                Number("Trunk:Seed", 211, 0, int.MaxValue)),
        };
        if (_problems.TrueForAll(p => !p.StartsWith("Carrier:Mode", StringComparison.Ordinal)))
            _problems.AddRange(TwilioOptionsCheck.Findings(new CarrierOptions { Mode = settings.Mode.ToString() }, settings.Twilio));
        if (settings.FallbackFolder == settings.FlowFolder)
            _problems.Add($"Flows:FallbackFolder is '{settings.FallbackFolder}', the flow folder itself. Allowed: a folder of its own, for instance data/fallback.");
        FindUnknown(keysInFile);
        return (settings, _problems);
    }

    private void FindUnknown(IEnumerable<string> keysInFile)
    {
        var sections = _known.Select(k => k[..(k.IndexOf(':', StringComparison.Ordinal) + 1)]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var inOurSections = configuration.AsEnumerable().Where(p => p.Value is not null).Select(p => p.Key)
            .Where(k => sections.Any(s => k.StartsWith(s, StringComparison.OrdinalIgnoreCase)));
        foreach (var key in keysInFile.Union(inOurSections, StringComparer.OrdinalIgnoreCase).Where(k => !_known.Contains(k) && !k.StartsWith("Logging:", StringComparison.OrdinalIgnoreCase)))
            _problems.Add($"{key} is not known. {(Nearest.To(key, _known) is { } near ? $"Did you mean {near}?" : $"Known are {string.Join(", ", _known.Order(StringComparer.Ordinal))}.")}");
    }

    private string Text(string key, string otherwise)
    {
        _known.Add(key);
        return configuration[key] ?? otherwise;
    }

    private string Rooted(string key, string otherwise)
    {
        var text = Text(key, otherwise);
        if (text.Length > 0 && text.IndexOf('\0', StringComparison.Ordinal) < 0)
            return Path.GetFullPath(text, folder);
        _problems.Add($"{key} is '{text}'. Allowed: a path, absolute or relative to the configuration file, for instance {otherwise}.");
        return Path.GetFullPath(otherwise, folder);
    }

    private Uri Url(string key, string otherwise, bool loopback)
    {
        var text = Text(key, otherwise);
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == "http" && url.AbsolutePath == "/" && url.Query.Length == 0 && (!loopback || url.IsLoopback))
            return url;
        _problems.Add($"{key} is '{text}'. Allowed: http://HOST:PORT{(loopback ? " on this machine (127.0.0.1)" : "")} without a path, for instance {otherwise}.");
        return new Uri(otherwise);
    }

    private string OneOf(string key, params string[] allowed)
    {
        var text = Text(key, allowed[0]);
        if (allowed.FirstOrDefault(a => a.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        _problems.Add($"{key} is '{text}'. Allowed: {string.Join(" or ", allowed)}.");
        return allowed[0];
    }

    private TimeSpan Seconds(string key, int otherwise, int least, int most) => TimeSpan.FromSeconds(Number(key, otherwise, least, most));

    private int Number(string key, int otherwise, int least, int most)
    {
        var text = Text(key, otherwise.ToString(CultureInfo.InvariantCulture));
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most)
            return n;
        _problems.Add($"{key} is '{text}'. Allowed: a whole number from {least} to {most}.");
        return otherwise;
    }
}
