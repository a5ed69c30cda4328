using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>The trunk's configuration as written: the file of --config and the body of PUT /sim/config.</summary>
[Written("a configuration", """{"accountSid":"AC...","authToken":"...","numbers":[]}""")]
internal sealed record ConfigFile
{
    public string? AccountSid { get; init; }

    public string? AuthToken { get; init; }

    public int Seed { get; init; } = 211;

    /// <summary>Words a minute. Default 170, 60 to 400.</summary>
    public int SpeakingRate { get; init; } = 170;

    /// <summary>Calls that the REST API starts in a second; the excess is queued. Default 1, as the carrier's; 0 is no limit.</summary>
    public double CallsPerSecond { get; init; } = 1;

    /// <summary>API keys with their secrets. Default none.</summary>
    public IReadOnlyDictionary<string, string>? ApiKeys { get; init; }

    /// <summary>retry or leave. Default retry.</summary>
    public string WaitUrlFailure { get; init; } = "retry";

    /// <summary>
    /// save or next. Default save: the carrier's page says that verbs after Record are unreachable, and that a recording with nothing
    /// in it is kept unless it is asked otherwise; its voicemail example goes on with the next verb, which is next.
    /// </summary>
    public string SilentRecording { get; init; } = "save";

    /// <summary>Numbers of others that Dial's callerId may show. Default none.</summary>
    public IReadOnlyList<string> VerifiedCallerIds { get; init; } = [];

    /// <summary>Beginnings of numbers that are not called, such as "+1900", and why: 13224, 13225 (blocked) or 13227 (country). Default none.</summary>
    public IReadOnlyDictionary<string, int> RefusedNumbers { get; init; } = new Dictionary<string, int>();

    /// <summary>A TwiML file served at /sim/fallback.xml; relative to the configuration file.</summary>
    public string? FallbackDocument { get; init; }

    public IReadOnlyList<ConfigNumber>? Numbers { get; init; }

    /// <summary>Agents' desks by their numbers: where a talk of theirs is ended by the application's agent API. Default none.</summary>
    public IReadOnlyDictionary<string, DeskSettings> Desks { get; init; } = new Dictionary<string, DeskSettings>();

    public string? TollFree { get; init; }

    /// <summary>documented, keep or drop: the port in the URL that is signed. Default documented: https loses it, http keeps it.</summary>
    public string SignPort { get; init; } = "documented";

    /// <summary>What goes wrong on purpose; absent leaves the faults in force as they are, [] ends them.</summary>
    public IReadOnlyList<FaultFile>? Faults { get; init; }
}
