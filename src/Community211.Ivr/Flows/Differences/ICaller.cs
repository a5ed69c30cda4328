using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Differences;

/// <summary>Somebody who answers what a flow asks.</summary>
internal interface ICaller
{
    /// <summary>What the caller does at what is heard now.</summary>
    Act Next(FlowContext here, FlowView view);
}

/// <summary>What a caller does. Either the answer, what was made of it, the hanging up or the not knowing is set.</summary>
/// <param name="Answer">Keys, words or silence.</param>
/// <param name="Taken">What was made of it.</param>
/// <param name="Silent">Whether it was silence; null: as <paramref name="Taken"/> says.</param>
/// <param name="HangsUp">The caller hangs up.</param>
/// <param name="Unknown">It is not known; says why.</param>
internal readonly record struct Act(Answer? Answer = null, string? Taken = null, bool? Silent = null, bool HangsUp = false, string? Unknown = null)
{
    public static readonly Act Silence = new(new Answer("", ""));
}
