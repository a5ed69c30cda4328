using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Files;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Places;

namespace Community211.Ivr.Host.Staff;

/// <summary>The ten-digit lines of where a caller says to be: what an agent needs in a moment, police and ambulance first.</summary>
/// <param name="Town">As asked for; null: none was.</param>
/// <param name="Region">Region id of the town, else of the call; null while unknown.</param>
/// <param name="Emergency">What to do about 9-1-1, by language.</param>
/// <param name="Lines">The area's own before the province's, by kind.</param>
public sealed record LinesAtHand(string? Town, string? Region, ImmutableDictionary<string, string>? Emergency, ImmutableArray<LineAtHand> Lines)
{
    private static readonly ImmutableArray<ContactKind> First = [ContactKind.Police, ContactKind.Ambulance, ContactKind.Distress, ContactKind.Crisis];

    internal static IResult Tell(PlacesModel places, string? town, string? region)
    {
        if (town?.Trim() is { Length: > 0 } said)
        {
            var known = places.Towns.Keys.FirstOrDefault(t => t.Equals(said, StringComparison.OrdinalIgnoreCase));
            if (known is null)
                return JsonBody.Problem(404, $"towns.csv knows no '{said}'. {(Nearest.To(said, places.Towns.Keys) is { } near ? $"Did you mean '{near}'?" : "Leave 'town' out for the lines of the call's region.")}");
            (town, region) = (known, places.Towns[known].Region);
        }
        var lines = places.Contacts.Values.Where(c => c.Areas.IsEmpty || (region is not null && c.Areas.Contains(region)))
            .OrderBy(c => First.IndexOf(c.Kind) is >= 0 and var at ? at : First.Length).ThenBy(c => c.Kind).ThenBy(c => c.Areas.IsEmpty).ThenBy(c => c.Id, StringComparer.Ordinal)
            .Select(c => new LineAtHand(c.Id, c.Kind, c.Number, c.Names, c.Areas, c.Screened));
        return Results.Json(new LinesAtHand(string.IsNullOrWhiteSpace(town) ? null : town, region, places.Codes.GetValueOrDefault("911")?.Notes, [.. lines]), CallJson.Options);
    }
}

/// <summary>A line outside our floor.</summary>
/// <param name="Contact">Its id.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Number">Ten digits, E.164.</param>
/// <param name="Names">By language id.</param>
/// <param name="Areas">Regions; empty: the whole province.</param>
/// <param name="Screened">key: somebody presses 1 there before a caller is joined.</param>
public sealed record LineAtHand(string Contact, ContactKind Kind, string Number, ImmutableDictionary<string, string> Names, ImmutableArray<string> Areas, Screening Screened);
