using System.Text.Json.Serialization;

namespace Community211.Ivr.Host.Staff;

/// <summary>What an agent says about the caller at hand; what is null stays as it is.</summary>
/// <param name="Priority">crisis, urgent, or none.</param>
/// <param name="Language">Id of <c>languages.yaml</c>.</param>
/// <param name="Region">Region id.</param>
/// <param name="Reason">Why, at most 200 characters: it stands in the call's story, and names nobody.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TriageOrder(string? Priority, string? Language, string? Region, string? Reason);

/// <summary>Why, in an agent's words.</summary>
/// <param name="Reason">At most 200 characters; it names nobody.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReasonOrder(string? Reason);
