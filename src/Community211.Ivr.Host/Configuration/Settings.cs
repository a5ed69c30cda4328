using Community211.Ivr.Calls.Work;
using Community211.Ivr.Calls;
using Community211.Ivr.Carrier;

namespace Community211.Ivr.Host.Configuration;

/// <summary>The configuration, read once and valid.</summary>
public sealed record Settings
{
    /// <summary><c>Service:Listen</c>; default http://127.0.0.1:5211.</summary>
    public required Uri Listen { get; init; }

    /// <summary><c>Storage:Path</c>, absolute; default data/ivr.db beside the configuration file.</summary>
    public required string StoragePath { get; init; }

    /// <summary><c>Flows:Folder</c>, absolute; default ivr-flows beside the configuration file.</summary>
    public required string FlowFolder { get; init; }

    /// <summary><c>Flows:ExampleShare</c>: percent of the steps that examples must cover before a flow goes live; 0 to 100, default 100.</summary>
    public required int ExampleShare { get; init; }

    /// <summary><c>Flows:FallbackFolder</c>, absolute: where static fallback documents are written; default data/fallback beside the configuration file.</summary>
    public required string FallbackFolder { get; init; }

    /// <summary><c>Calls:*</c>.</summary>
    public required CallRules Rules { get; init; }

    /// <summary><c>Agents:*</c>.</summary>
    public required AgentSettings Agents { get; init; }

    /// <summary><c>Decisions:KeepDays</c>: how long decisions of the matching rule are kept; 1 to 3,660, default 30.</summary>
    public required TimeSpan KeepDecisions { get; init; }

    /// <summary><c>Metrics:Open</c>: whether <c>/metrics</c> answers everybody who reaches the port; default false.</summary>
    public required bool MetricsOpen { get; init; }

    /// <summary><c>Carrier:Mode</c>; default Simulated.</summary>
    public required CarrierMode Mode { get; init; }

    /// <summary><c>Twilio:*</c>.</summary>
    public required TwilioOptions Twilio { get; init; }

    /// <summary><c>Trunk:*</c>.</summary>
    public required TrunkSettings Trunk { get; init; }

    /// <summary>The folder in which the vault key and the admin token lie, beside the database.</summary>
    public string DataFolder => Path.GetDirectoryName(StoragePath)!;
}

/// <summary>Agents and their tokens.</summary>
/// <param name="SignIn"><c>Agents:SignIn</c>: AtStart (default with the simulated carrier) or Themselves (default otherwise).</param>
/// <param name="TokenDays"><c>Agents:TokenDays</c>: how long a token is good for that says nothing else; 1 to 365, default 30.</param>
public sealed record AgentSettings(SignInMode SignIn, int TokenDays);

/// <summary>The simulated trunk.</summary>
/// <param name="Listen"><c>Trunk:Listen</c>; loopback; default http://127.0.0.1:5212.</param>
/// <param name="FallbackDocument"><c>Trunk:FallbackDocument</c>, absolute; default data/fallback.xml beside the configuration file.</param>
/// <param name="WaitUrlFailure"><c>Trunk:WaitUrlFailure</c>: retry (default) or leave.</param>
/// <param name="Seed"><c>Trunk:Seed</c>; default 211, 0 to 2,147,483,647.</param>
public sealed record TrunkSettings(Uri Listen, string FallbackDocument, string WaitUrlFailure, int Seed);
