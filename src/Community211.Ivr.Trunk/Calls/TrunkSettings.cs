using Community211.Ivr.Trunk.Faults;
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

    public string? FallbackDocument { get; init; }

    public required IReadOnlyList<TrunkNumber> Numbers { get; init; }

    public string? TollFree { get; init; }

    public SignPort SignPort { get; init; }

    /// <summary>Null leaves those in force as they are.</summary>
    public IReadOnlyList<FaultRule>? Faults { get; init; }

    public TrunkNumber? Find(string number) => Numbers.FirstOrDefault(own => own.Number == number);
}
