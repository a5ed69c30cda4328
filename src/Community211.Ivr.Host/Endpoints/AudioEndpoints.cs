using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier;
using Community211.Ivr.Flows.Files;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>Recordings for the carrier, out of the stored revision: what a name means never changes, so they may be kept for ever.</summary>
internal static class AudioEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void MapAudio(this IEndpointRouteBuilder app) =>
        app.MapGet(Urls.AudioFolder + "{revision}/{file}", async (string revision, string file, IStore store, HttpContext http, CancellationToken stop) =>
        {
            if (await store.LoadRevision(revision, stop) is not { } files || !files.TryGetValue(AudioReader.Folder + file, out var content))
                return Results.Text($"Revision {revision} has no recording {file}.", statusCode: 404);
            http.Response.Headers.CacheControl = ForEver;
            return Results.Bytes(Convert.FromBase64String(content), "audio/wav");
        });
}
