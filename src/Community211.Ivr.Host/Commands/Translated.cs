using Community211.Ivr.Places;

namespace Community211.Ivr.Host.Commands;

/// <summary>
/// Which of our numbers a carrier would make of 2-1-1 for a caller, as near as that can be told: carriers go by the exchange, of which
/// the numbering plan says no more than the town.
/// </summary>
internal static class Translated
{
    /// <summary>How many characters of a number are its country and area code.</summary>
    private const int AreaCode = 5;

    /// <summary>
    /// The number of the region of the caller's town; else one with the caller's area code; else the province's. Null when there is none.
    /// </summary>
    /// <param name="from">The caller's number, or what stands in its place.</param>
    /// <param name="places">Our numbers.</param>
    /// <param name="when">The day says which region answers for a town.</param>
    public static string? Number(string from, PlacesModel places, DateTimeOffset when) =>
        OfTown(from, places, when) ?? OfAreaCode(from, places) ?? places.Pool.Dialled.FirstOrDefault();

    private static string? OfTown(string from, PlacesModel places, DateTimeOffset when)
    {
        if (CallerNumber.Town(from, places.PlanArea) is not { } name || !places.Towns.TryGetValue(name, out var town))
            return null;
        var numbers = places.InForce(town.Region, places.DayOf(when))?.Dialled ?? [];
        return numbers.FirstOrDefault(n => SameArea(n, from)) ?? numbers.FirstOrDefault();
    }

    private static string? OfAreaCode(string from, PlacesModel places) =>
        places.Regions.Values.OrderBy(r => r.Id, StringComparer.Ordinal).SelectMany(r => r.Dialled).FirstOrDefault(n => SameArea(n, from));

    private static bool SameArea(string number, string from) => from.Length == number.Length && number.AsSpan(0, AreaCode).SequenceEqual(from.AsSpan(0, AreaCode));
}
