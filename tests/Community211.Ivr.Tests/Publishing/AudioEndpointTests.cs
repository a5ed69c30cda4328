using Community211.Ivr.Tests.Flows;

namespace Community211.Ivr.Tests.Publishing;

public sealed class AudioEndpointTests
{
    [Fact]
    public async Task Get_RecordingOfAPublishedRevision_IsServedAndNoOther()
    {
        await using var service = await PublishingService.Started();
        Directory.CreateDirectory(Path.Combine(service.Flows, "audio"));
        await File.WriteAllBytesAsync(Path.Combine(service.Flows, "audio", "moment.wav"), Convert.FromBase64String(Wav.Of(1)), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(service.Flows, "audio.yaml"), "recordings: [{ file: audio/moment.wav, language: en, says: \"Someone is here. One moment.\" }]\n", TestContext.Current.CancellationToken);
        var before = service.Sets.Live.Revision;
        var (code, said, errors) = await service.Type("publish", "--note", "A voice of our own");
        Assert.True(code == 0, said + errors);
        var live = service.Sets.Live;
        Assert.Equal("audio/moment.wav", Assert.Single(live.Audio.Clips).File);
        var (status, sound) = await service.Send(HttpMethod.Get, $"audio/{live.Revision}/moment.wav", token: "none");
        Assert.Equal(200, status);
        Assert.StartsWith("RIFF", sound.GetString(), StringComparison.Ordinal);
        foreach (var other in new[] { $"{before}/moment.wav", $"{live.Revision}/other.wav", "nothing/moment.wav", $"{live.Revision}/..%2Fontario.yaml" })
            Assert.Equal(404, (await service.Send(HttpMethod.Get, $"audio/{other}")).Status);
    }
}
