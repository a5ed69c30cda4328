using System.Buffers.Binary;
using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>How long recordings are: read from a .wav where it can be fetched, else five seconds.</summary>
internal sealed class Media(HttpMessageHandler handler, TrunkTime time) : IDisposable
{
    private static readonly TimeSpan Guess = TimeSpan.FromSeconds(5);
    private readonly HttpMessageInvoker http = new(handler, disposeHandler: false);
    private readonly Dictionary<string, TimeSpan> known = new(StringComparer.Ordinal);

    /// <param name="url">Absolute.</param>
    /// <param name="own">Of the service itself: fetched whatever it is. Of somebody else's only a .wav is, for its length.</param>
    public async Task<MediaFound> Find(string url, bool own)
    {
        if (known.TryGetValue(url, out var length))
            return new MediaFound(length);
        var wave = url.Split('?')[0].EndsWith(".wav", StringComparison.OrdinalIgnoreCase);
        var found = own || wave ? await Fetch(url) : new MediaFound(Guess);
        if (found.Code is null)
            known[url] = found.Length;
        return own ? found : new MediaFound(found.Length);
    }

    public void Dispose() => http.Dispose();

    private async Task<MediaFound> Fetch(string url)
    {
        using var busy = time.Busy();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15), time.Clock);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            using var response = await http.SendAsync(request, limit.Token);
            if (!response.IsSuccessStatusCode)
                return new MediaFound(Guess, 11217, $"the answer was {(int)response.StatusCode}.");
            var type = response.Content.Headers.ContentType?.MediaType;
            if (type is not null && !type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) && type != "application/octet-stream")
                return new MediaFound(Guess, 13420, $"Content-Type '{type}' is no audio.");
            return new MediaFound(OfWav(await response.Content.ReadAsByteArrayAsync(limit.Token)) ?? Guess);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or UriFormatException or NotSupportedException or InvalidOperationException)
        {
            return new MediaFound(Guess, 11200, failure.Message);
        }
    }

    /// <summary>RIFF: bytes a second stand in "fmt ", the size in "data".</summary>
    internal static TimeSpan? OfWav(ReadOnlySpan<byte> wav)
    {
        if (wav.Length < 12 || !wav[..4].SequenceEqual("RIFF"u8) || !wav[8..12].SequenceEqual("WAVE"u8))
            return null;
        var rate = 0u;
        for (var at = 12; at + 8 <= wav.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(wav[(at + 4)..]);
            if (wav.Slice(at, 4).SequenceEqual("fmt "u8) && at + 20 <= wav.Length)
                rate = BinaryPrimitives.ReadUInt32LittleEndian(wav[(at + 16)..]);
            else if (wav.Slice(at, 4).SequenceEqual("data"u8))
                return rate == 0 ? null : TimeSpan.FromSeconds((double)size / rate);
            var next = at + 8L + size + (size % 2);
            if (next > wav.Length)
                return null;
            at = (int)next;
        }
        return null;
    }
}
