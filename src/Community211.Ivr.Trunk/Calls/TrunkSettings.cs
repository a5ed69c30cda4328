using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.People;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>The carrier account as configured: checked, and complete.</summary>
internal sealed record TrunkSettings
{
    public required string AccountSid { get; init; }

    public required string AuthToken { get; init; }

    public required int Seed { get; init; }

    /// <summary>Words a minute.</summary>
    public required int SpeakingRate { get; init; }

    /// <summary>What happens to a caller in line whose wait URL fails: true keeps them (ask again after 5 s), false runs Enqueue's action with error.</summary>
    public required bool RetryWaitUrl { get; init; }

    /// <summary>A Record in which nobody spoke: true saves it and asks its action, false goes on with the next verb.</summary>
    public bool SavesSilence { get; init; } = true;

    /// <summary>Caller ids of others that the account may show.</summary>
    public IReadOnlyList<string> VerifiedCallerIds { get; init; } = [];

    /// <summary>Beginnings of numbers that are not called, and the code that says why: 13224 not supported, 13225 blocked, 13227 no permission for the country.</summary>
    public IReadOnlyDictionary<string, int> RefusedNumbers { get; init; } = new Dictionary<string, int>();

    public string? FallbackDocument { get; init; }

    public required IReadOnlyList<TrunkNumber> Numbers { get; init; }

    /// <summary>Agents' desks by their numbers.</summary>
    public IReadOnlyDictionary<string, DeskSettings> Desks { get; init; } = new Dictionary<string, DeskSettings>();

    public string? TollFree { get; init; }

    /// <summary>Calls that the REST API starts in a second; the excess waits in line. 0 is no limit.</summary>
    public required double CallsPerSecond { get; init; }

    /// <summary>API keys (SK…) with their secrets, which may take the place of the account and its token.</summary>
    public required IReadOnlyDictionary<string, string> ApiKeys { get; init; }

    public SignPort SignPort { get; init; }

    /// <summary>Null leaves those in force as they are.</summary>
    public IReadOnlyList<FaultRule>? Faults { get; init; }

    public TrunkNumber? Find(string number) => Numbers.FirstOrDefault(own => own.Number == number);
}
