using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Host.Admin;

/// <summary>Publishing, taking back, and what is live.</summary>
internal static class PublishEndpoints
{
    public static void MapPublishing(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGuarded();
        admin.MapGet("/flows", async (IStore store, CancellationToken stop) => Json(await FlowsStory.Tell(store, stop), 200));
        admin.MapGet("/flows/{revision}", Show);
        admin.MapPost("/flows", Publish);
        admin.MapPost("/flows/back", TakeBack);
    }

    private static async Task<IResult> Publish(HttpContext http, Publisher publisher, CancellationToken stop)
    {
        var (order, refused) = await JsonBody.Read<PublishOrder>(http);
        if ((refused ?? JsonBody.Signed(order!.Who, order.Note, order.Git)) is { } wrong)
            return wrong;
        return order!.Files is { IsEmpty: false } files && files.Values.All(text => text is not null)
            ? Told(await publisher.Publish(files, order, stop))
            : JsonBody.Problem(400, "'files' is missing or empty. Give every file of the flow folder: its name and its text.");
    }

    private static async Task<IResult> TakeBack(HttpContext http, Publisher publisher, IStore store, CancellationToken stop)
    {
        var (order, refused) = await JsonBody.Read<BackOrder>(http);
        if ((refused ?? JsonBody.Signed(order!.Who, order.Note)) is { } wrong)
            return wrong;
        var found = await PublishedRevision.Find(store, order!.Revision ?? "", stop);
        return found.Revision is { } revision && await publisher.TakeBack(revision, order, stop) is { } answer ? Told(answer) : NotFound(found);
    }

    private static async Task<IResult> Show(string revision, IStore store, CancellationToken stop)
    {
        var found = await PublishedRevision.Find(store, revision, stop);
        return found.Revision is { } name && await store.LoadRevision(name, stop) is { } files
            ? Json(new KeptRevision(name, files), 200)
            : NotFound(found);
    }

    private static IResult Told(PublishAnswer answer) => answer switch
    {
        NowLive live => Json(live.Publication, 200),
        WasChanged changed => Json(
            new
            {
                error = changed.Live is { } live
                    ? $"Publication {live.Number}, revision {live.Revision}, is live since {live.At:yyyy-MM-dd HH:mm:ss}Z, by {live.Who}. Look at what changed, then publish again."
                    : "Nothing is published yet: expect 0.",
                live = changed.Live,
                changed = changed.Changed,
            },
            409),
        WasRefused refused => Json(new { error = $"Revision {refused.Revision} has errors and does not go live.", findings = refused.Findings }, 422),
        _ => throw new InvalidOperationException($"No answer for {answer.GetType().Name}."),
    };

    private static IResult NotFound(PublishedRevision found) => JsonBody.Problem(found.Several ? 400 : 404, found.Problem ?? "This revision is not kept.");

    private static IResult Json<T>(T value, int status) => Results.Json(value, CallJson.Options, statusCode: status);
}
