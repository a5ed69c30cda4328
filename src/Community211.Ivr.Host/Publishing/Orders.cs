using System.Collections.Immutable;

namespace Community211.Ivr.Host.Publishing;

/// <summary>An order to publish files.</summary>
/// <param name="Files">Name to text.</param>
/// <param name="Expected">Number of the publication that was live when the order was given; null: whichever is.</param>
/// <param name="Who">Who gives it, 1 to 100 characters.</param>
/// <param name="Note">Why; at most 1,000 characters.</param>
/// <param name="Git">The folder's commit, if it is known; at most 100 characters.</param>
public sealed record PublishOrder(ImmutableDictionary<string, string>? Files, int? Expected, string? Who, string? Note, string? Git);

/// <summary>An order to take a publication back by publishing an earlier revision again.</summary>
/// <param name="Revision">Its name, or the beginning of it where only one begins so.</param>
/// <param name="Expected">As in <see cref="PublishOrder"/>.</param>
/// <param name="Who">As in <see cref="PublishOrder"/>.</param>
/// <param name="Note">As in <see cref="PublishOrder"/>.</param>
public sealed record BackOrder(string? Revision, int? Expected, string? Who, string? Note);

/// <summary>An order to open a calendar. One of <paramref name="For"/> and <paramref name="Until"/>.</summary>
/// <param name="Calendar">Its id.</param>
/// <param name="For">90m, 6h or 2d.</param>
/// <param name="Until">Local time of the deployment, <c>2026-11-24 18:00</c>.</param>
/// <param name="Who">As in <see cref="PublishOrder"/>.</param>
/// <param name="Note">As in <see cref="PublishOrder"/>.</param>
public sealed record OpeningOrder(string? Calendar, string? For, string? Until, string? Who, string? Note);
