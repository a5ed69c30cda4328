using System.Text;
using Community211.Ivr.Carrier;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Publishing;

/// <summary>Writes the static fallback documents of what is live. Each file is the old or the new one, never half of one.</summary>
internal sealed class FallbackFiles(Settings settings, Urls urls, TimeProvider clock) : IFlowFollower
{
    private int? _written;

    public async Task Follow(LiveFlow live, CancellationToken stop)
    {
        if (live.Publication is not { } publication || publication.Number == _written)
            return;
        Directory.CreateDirectory(settings.FallbackFolder);
        foreach (var (file, document) in FallbackDocuments.Of(live.Set, urls, clock.GetUtcNow()))
            await Replace(Path.Combine(settings.FallbackFolder, file), document, stop);
        _written = publication.Number;
    }

    private static async Task Replace(string path, string text, CancellationToken stop)
    {
        var whole = $"{path}.new";
        await using (var file = new FileStream(whole, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
            file.Flush(flushToDisk: true);
        }
        File.Move(whole, path, overwrite: true);
    }
}
