using System.Collections.Immutable;

namespace Community211.Ivr.Places;

/// <summary>
/// One of the eight three-digit codes and what the service does about it. There is no target here: a carrier routes such a code by the
/// address of our own number, so it is never dialled.
/// </summary>
/// <param name="Code">For instance <c>911</c>.</param>
/// <param name="Names">Name by language id.</param>
/// <param name="Does">What the service does.</param>
/// <param name="Contact">For <see cref="ServiceCodeUse.Contact"/>: the ten-digit line that a specialist may bring in.</param>
/// <param name="Why">For <see cref="ServiceCodeUse.Nothing"/>: the reason.</param>
/// <param name="Notes">What a specialist should know, by language id.</param>
public sealed record ServiceCode(
    string Code, ImmutableDictionary<string, string> Names, ServiceCodeUse Does, string? Contact, string? Why, ImmutableDictionary<string, string> Notes)
{
    /// <summary>The emergency code: callers dial it themselves, always.</summary>
    public const string Emergency = "911";

    /// <summary>Our own code.</summary>
    public const string Ours = "211";

    /// <summary>The eight codes of the North American plan.</summary>
    public static readonly ImmutableArray<string> All = [Ours, "311", "411", "511", "611", "711", "811", Emergency];
}

/// <summary>What the service does about a code.</summary>
public enum ServiceCodeUse
{
    /// <summary>We are it.</summary>
    Here,

    /// <summary>Callers are told to dial it themselves.</summary>
    Tell,

    /// <summary>A specialist may bring in its ten-digit line.</summary>
    Contact,

    /// <summary>Nothing, for a reason that is given.</summary>
    Nothing,
}
