using System.Collections.Immutable;

namespace Community211.Ivr.Flows.Model;

/// <summary>What agents may note after a call besides needs and priority services.</summary>
/// <param name="Unmet">Why a need was not met, by id.</param>
/// <param name="NoNeed">What a call without a need was, by id.</param>
public sealed record WrapUpModel(ImmutableDictionary<string, WrapUpCode> Unmet, ImmutableDictionary<string, WrapUpCode> NoNeed)
{
    /// <summary>Where the files say nothing.</summary>
    public static WrapUpModel None { get; } = new(ImmutableDictionary<string, WrapUpCode>.Empty, ImmutableDictionary<string, WrapUpCode>.Empty);
}

/// <summary>A code of <c>wrap-up.yaml</c>.</summary>
/// <param name="Id">For instance <c>waiting-list</c>.</param>
/// <param name="Labels">Name for desks and reports, by language id.</param>
public sealed record WrapUpCode(string Id, ImmutableDictionary<string, string> Labels);
