using System.Collections.Immutable;

namespace Community211.Ivr.Calls.Ports;

/// <summary>Who was shown a caller's number, and why; who had a number forgotten. Append only.</summary>
public interface IAudit
{
    Task AddReveal(Reveal reveal, CancellationToken stop);

    /// <summary>The newest, newest first.</summary>
    Task<ImmutableArray<Reveal>> Reveals(int most, CancellationToken stop);

    Task AddForgotten(Forgotten forgotten, CancellationToken stop);

    /// <summary>The newest, newest first.</summary>
    Task<ImmutableArray<Forgotten>> ForgottenNumbers(int most, CancellationToken stop);
}

/// <summary>A caller's number was shown. The number itself is not kept here.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Agent id, or <c>supervisor</c> and the region.</param>
/// <param name="Call">CallSid.</param>
/// <param name="Reason">Why, in their words.</param>
public sealed record Reveal(DateTimeOffset At, string Who, string Call, string Reason);

/// <summary>A number was forgotten. The number is not kept.</summary>
/// <param name="At">When.</param>
/// <param name="Who">By whom.</param>
/// <param name="Calls">How many calls lost their private parts.</param>
public sealed record Forgotten(DateTimeOffset At, string Who, int Calls);
