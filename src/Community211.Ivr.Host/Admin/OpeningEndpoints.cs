using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Host.Admin;

/// <summary>The calendars that staff open and close.</summary>
internal static class OpeningEndpoints
{
    public static void MapOpenings(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGuarded();
        admin.MapGet("/openings", async (IStore store, IFlowSets flows, TimeProvider clock, CancellationToken stop) =>
            Results.Json(OpeningsStory.Of(await store.Openings(clock.GetUtcNow(), stop), flows.Live, clock.GetUtcNow()), CallJson.Options));
        admin.MapPost("/openings", Open);
        admin.MapDelete("/openings", Close);
    }

    private static async Task<IResult> Open(HttpContext http, IStore store, IFlowSets flows, OpenCalendars calendars, TimeProvider clock, CancellationToken stop)
    {
        var (order, refused) = await JsonBody.Read<OpeningOrder>(http);
        if ((refused ?? JsonBody.Signed(order!.Who, order.Note)) is { } wrong)
            return wrong;
        var (set, now) = (flows.Live, clock.GetUtcNow());
        var calendar = order!.Calendar ?? "";
        if (!StaffCalendars.Knows(set, calendar))
            return JsonBody.Problem(404, StaffCalendars.NotKnown(set, calendar));
        var (until, problem) = OpeningTime.Parse(order.For, order.Until, set.Places.Zone, now);
        if (until is not { } end)
            return JsonBody.Problem(400, problem!);
        var opening = new Opening(calendar, now, end, order.Who!, order.Note ?? "");
        await store.Open(opening, stop);
        await calendars.Refresh(stop);
        return Results.Json(opening, CallJson.Options);
    }

    private static async Task<IResult> Close(string? calendar, string? who, IStore store, OpenCalendars calendars, TimeProvider clock, CancellationToken stop)
    {
        if (JsonBody.Signed(who, null) is { } wrong)
            return wrong;
        var closed = await store.Close(calendar ?? "", clock.GetUtcNow(), who!, stop);
        await calendars.Refresh(stop);
        return closed
            ? Results.Json(new { calendar, closed = clock.GetUtcNow() }, CallJson.Options)
            : JsonBody.Problem(404, $"The calendar '{calendar}' is not open. 'surge' lists those that are.");
    }
}
