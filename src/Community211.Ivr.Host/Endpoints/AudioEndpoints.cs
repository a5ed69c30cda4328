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
            var content = (await store.LoadRevision(revision, stop))?.GetValueOrDefault(AudioReader.Folder + file) ?? "";
            var sound = new byte[content.Length];
            if (!Convert.TryFromBase64String(content, sound, out var length) || length == 0)
                return Results.Text($"Revision {revision} has no recording {file}.", statusCode: 404);
            http.Response.Headers.CacheControl = ForEver;
            return Results.Bytes(sound.AsMemory(0, length), "audio/wav");
        });
}
