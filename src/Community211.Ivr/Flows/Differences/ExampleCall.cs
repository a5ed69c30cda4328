using System.Collections.Immutable;

namespace Community211.Ivr.Flows.Differences;

/// <summary>A call that shows a difference.</summary>
/// <param name="Id">As in <see cref="CarriedCall.Id"/>.</param>
/// <param name="At">When it arrived.</param>
/// <param name="To">Our number that was dialled; null if not known.</param>
/// <param name="Town">Of the caller's exchange; null if none.</param>
/// <param name="Did">What the caller did, each with its step.</param>
/// <param name="Before">Where it came to; null if not known.</param>
/// <param name="After">Where it would come to; null if not known.</param>
public sealed record ExampleCall(
    string Id, DateTimeOffset At, string? To, string? Town, ImmutableArray<string> Did, Landing? Before, Landing? After)
{
    internal static ExampleCall Of(ComparedCall compared)
    {
        var call = compared.Call;
        var did = (compared.Before?.Given ?? []).Select(a => a.ToString());
        return new ExampleCall(call.Id, call.At, call.To, call.Town, [.. did], compared.Before?.Landing, compared.After?.Landing);
    }
}
