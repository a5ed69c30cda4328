using System.Collections.Immutable;

namespace Community211.Ivr.Calls.Ports;

/// <summary>Who was shown a caller's number, and why. Append only.</summary>
public interface IAudit
{
    Task AddReveal(Reveal reveal, CancellationToken stop);

    /// <summary>The newest, newest first.</summary>
    Task<ImmutableArray<Reveal>> Reveals(int most, CancellationToken stop);
}

/// <summary>A caller's number was shown. The number itself is not kept here.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Agent id, or <c>supervisor</c> and the region.</param>
/// <param name="Call">CallSid.</param>
/// <param name="Reason">Why, in their words.</param>
public sealed record Reveal(DateTimeOffset At, string Who, string Call, string Reason);
