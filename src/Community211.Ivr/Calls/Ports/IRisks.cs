using System.Collections.Immutable;
using System.Text.Json;

namespace Community211.Ivr.Calls.Ports;

/// <summary>Cases of imminent risk, step by step. Append only: steps are written with the unit of the call's event.</summary>
public interface IRisks
{
    /// <summary>The first step of each case that is open, oldest first.</summary>
    Task<ImmutableArray<RiskNote>> OpenRisks(CancellationToken stop);
}

/// <summary>A step of a case.</summary>
/// <param name="At">When.</param>
/// <param name="Call">CallSid.</param>
/// <param name="Regions">Whose supervisors it is for.</param>
/// <param name="Who">Agent id, or <c>supervisor</c> and the region.</param>
/// <param name="Step">What.</param>
/// <param name="Reason">Why, in their words.</param>
public sealed record RiskNote(DateTimeOffset At, string Call, ImmutableArray<string> Regions, string Who, RiskStep Step, string Reason);

/// <summary>Steps of a case: opened, and one of three ends.</summary>
public enum RiskStep
{
    Opened,

    /// <summary>Help has reached the caller.</summary>
    Confirmed,

    /// <summary>Help was sent, and the caller was not found.</summary>
    NotReached,

    /// <summary>There is no danger, or no longer.</summary>
    StoodDown,
}

/// <summary>Steps as people read and write them.</summary>
public static class RiskSteps
{
    /// <summary>The three ends.</summary>
    public static ImmutableArray<string> Ends { get; } = [.. Enum.GetValues<RiskStep>().Where(s => s != RiskStep.Opened).Select(Word)];

    /// <summary>opened, confirmed, not-reached, stood-down.</summary>
    public static string Word(this RiskStep step) => JsonNamingPolicy.KebabCaseLower.ConvertName(step.ToString());

    /// <summary>The end of that name; null when there is none.</summary>
    public static RiskStep? End(string? word) => word is not null && Ends.IndexOf(word) is >= 0 and var at ? RiskStep.Confirmed + at : null;
}
