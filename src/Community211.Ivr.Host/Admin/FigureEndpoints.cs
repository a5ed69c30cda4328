using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Host.Admin;

/// <summary><c>GET /admin/figures</c>: the history in figures.</summary>
internal static class FigureEndpoints
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static void MapFigures(this IEndpointRouteBuilder app) => app.MapGuarded().MapGet("/figures", Tell);

    private static async Task<IResult> Tell(string? from, string? until, string? by, IStore store, IFlowSets flows, TimeProvider clock, CancellationToken stop)
    {
        if (Time(from) is not { } begins)
            return JsonBody.Problem(400, $"'from' is '{from}'. Write a time with its zone, such as 2026-11-24T00:00:00-05:00.");
        if (Time(until) is not { } ends || ends <= begins || ends - begins > Longest)
            return JsonBody.Problem(400, $"'until' is '{until}'. Write a time with its zone, after 'from' and at most {Longest.TotalDays:0} days later.");
        if (!Enum.TryParse<FigureGroup>(by ?? nameof(FigureGroup.Region), ignoreCase: true, out var group) || !Enum.IsDefined(group))
            return JsonBody.Problem(400, $"'by' is '{by}'. Allowed: {string.Join(", ", Enum.GetNames<FigureGroup>()).ToLowerInvariant()}.");
        var set = flows.Live;
        var records = (await store.Snapshots(begins, ends, stop)).Select(s => CallRecords.Of(CallJson.Read<CallState>(s), set.Places, set.Needs)).ToList();
        var table = FigureTable.Of(records, group, set.Queues.Figures, set.Places.Zone);
        return Results.Json(new FigureStory(begins, ends, group, clock.GetUtcNow(), table), CallJson.Options);
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
