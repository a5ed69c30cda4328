using Community211.Ivr.Files;

namespace Community211.Ivr.Flows.Files;

/// <summary>A name in a flow that another file must know.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Name">The name as written.</param>
/// <param name="At">Where it stands.</param>
public sealed record Reference(ReferenceKind Kind, string Name, Place At);

/// <summary>What a reference names.</summary>
public enum ReferenceKind
{
    /// <summary>A need of <c>needs.yaml</c>.</summary>
    Need,

    /// <summary>A region, the pool or a contact.</summary>
    Member,

    /// <summary>A calendar of <c>calendars.yaml</c>.</summary>
    Calendar,

    /// <summary>A contact, a kind of contact, a region or the pool.</summary>
    Line,

    /// <summary>A language of <c>languages.yaml</c> that has a voice.</summary>
    Voice,
}
