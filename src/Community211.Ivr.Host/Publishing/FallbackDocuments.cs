using System.Collections.Immutable;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Carrier;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Publishing;

/// <summary>
/// The static documents for the carrier's fallback URL, one for each region and the province: a moment in all languages of the flow, the
/// region's ten-digit line, then the province's. They are served elsewhere and lead nowhere back to us, so that they help while we are away.
/// </summary>
internal static class FallbackDocuments
{
    /// <summary>Seconds that each line rings.</summary>
    private const int Ring = 30;

    /// <summary>File name to document.</summary>
    /// <param name="set">The live revision.</param>
    /// <param name="urls">Asked for by the writer; no document names one.</param>
    /// <param name="now">Which region answers for which is a matter of the day.</param>
    public static ImmutableSortedDictionary<string, string> Of(FlowSet set, Urls urls, DateTimeOffset now)
    {
        var places = set.Places;
        var writer = new TwimlWriter(set.Languages, urls);
        var moment = new Speak(set.Phrases.Say(Phrases.OneMoment, language: null, set.Flow.Languages));
        var documents = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var region in places.Regions.Values)
        {
            var line = (places.InForce(region.Id, places.DayOf(now)) ?? places.Pool).Line;
            documents[FileOf(region.Id)] = writer.Write([moment, .. Lines(line, places.Pool.Line)]);
        }
        documents[FileOf(places.Pool.Id)] = writer.Write([moment, .. Lines(places.Pool.Line)]);
        return documents.ToImmutable();
    }

    private static string FileOf(string id) => $"{id}.xml";

    private static IEnumerable<Directive> Lines(params IEnumerable<string> numbers) => numbers.Distinct(StringComparer.Ordinal).Select(n => new DialLine(n, Ring, After: null));
}
