using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Differences;

/// <summary>Where a call came to.</summary>
/// <param name="Queue">Whose queue: region id, or the province's. <see cref="HungUp"/>, <see cref="Goodbye"/> or a transfer when it came into none.</param>
/// <param name="Line">The queue step; null when in none.</param>
/// <param name="Priority">general, urgent or crisis; null when in no line.</param>
/// <param name="Language">Id; null while unknown.</param>
/// <param name="Region">Id; null while unknown.</param>
public sealed record Landing(string Queue, string? Line = null, string? Priority = null, string? Language = null, string? Region = null)
{
    /// <summary>The caller hung up before any line.</summary>
    public const string HungUp = "(hung up)";

    /// <summary>We hung up before any line.</summary>
    public const string Goodbye = "(goodbye)";

    /// <summary>With a ten-digit line, by the caller's choice.</summary>
    public static Landing Transfer(string to) => new($"(transfer to {to})");

    /// <summary>In line.</summary>
    public static Landing Of(FlowSet set, FlowState state) => new(
        state.Region ?? set.Places.Pool.Id, state.Line!.Queue, state.Priority.ToString().ToLowerInvariant(), state.Language, state.Region);

    /// <summary>Names of what differs, in a fixed order; none: the same.</summary>
    public IEnumerable<string> Differing(Landing other)
    {
        if (Queue != other.Queue)
            yield return "queue";
        if (Line != other.Line)
            yield return "line";
        if (Priority != other.Priority)
            yield return "priority";
        if (Language != other.Language)
            yield return "language";
        if (Region != other.Region)
            yield return "region";
    }
}
