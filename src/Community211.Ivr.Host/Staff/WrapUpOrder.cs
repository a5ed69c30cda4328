using System.Text.Json.Serialization;

namespace Community211.Ivr.Host.Staff;

/// <summary>What an agent notes after a talk: needs, or what a call without a need was.</summary>
/// <param name="Needs">One to sixteen; null for a call without a need.</param>
/// <param name="NoNeed">Code of <c>wrap-up.yaml</c>; null when there was a need.</param>
/// <param name="Referral">Whether the caller was referred to somebody; null: not said.</param>
/// <param name="FollowUp">Whether the caller agreed to be asked later; null: not said.</param>
/// <param name="CallerRegion">Region id; null: as the call has it.</param>
/// <param name="NeedRegion">Region id; null: the caller's.</param>
/// <param name="Crisis">Whether it was a crisis; null: not said.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record WrapUpOrder(
    IReadOnlyList<NeedOrder>? Needs, string? NoNeed, bool? Referral, bool? FollowUp, string? CallerRegion, string? NeedRegion, bool? Crisis);

/// <summary>A need.</summary>
/// <param name="Need">Id of <c>needs.yaml</c>.</param>
/// <param name="Services">Ids of priority services; null: those of the need.</param>
/// <param name="Outcome">met or unmet.</param>
/// <param name="Why">Code of <c>wrap-up.yaml</c>, with unmet.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NeedOrder(string? Need, IReadOnlyList<string>? Services, string? Outcome, string? Why);
