using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Checks;
using Community211.Ivr.Flows.Files;
using CsCheck;

namespace Community211.Ivr.Tests.Flows;

/// <summary>Recordings in the place of speech: what is wrong with them, how long they last, and that a changed text loses its own.</summary>
public sealed class AudioTests
{
    private const string Greeting = "2-1-1. Stay on the line for a person. In a crisis, press 9.";
    private const string Clip = "{ file: audio/welcome.en.wav, language: en, says: \"" + Greeting + "\" }";

    public static TheoryData<string, string, string> Broken => new()
    {
        { "{ file: audio/welcom.en.wav, language: en, says: \"a\" }", "recording-missing", "audio/welcome.en.wav" },
        { "{ file: ontario.yaml, language: en, says: \"a\" }", "recording-missing", "audio/" },
        { "{ file: audio/text.wav, language: en, says: \"a\" }", "recording-not-wav", "WAV" },
        { "{ file: audio/mp3.wav, language: en, says: \"a\" }", "recording-not-wav", "PCM, A-law or mu-law" },
        { "{ file: audio/empty.wav, language: en, says: \"a\" }", "recording-empty", "again" },
        { "{ file: audio/long.wav, language: en, says: \"a\" }", "recording-too-long", "60 s" },
        { "{ file: audio/welcome.en.wav, language: xx, says: \"a\" }", "unknown-language", "Add" },
        { "{ file: audio/welcome.en.wav, language: en, says: Press now }", "unquoted-text", "quotes" },
        { "{ file: audio/welcome.en.wav, language: en }", "missing-field", "says" },
        { $"{Clip}, {Clip}", "recording-twice", "one" },
        { "none", "not-mapping", "file:" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Check_RecordingThatCannotBePlayed_SaysWhereAndWhatToDo(string list, string code, string remedy)
    {
        var report = FlowCheck.Run(With(list), 0);
        Assert.Null(report.Set);
        var finding = Assert.Single(report.Findings, f => f.File == AudioReader.File && f.Severity == Severity.Error);
        Assert.Equal((code, 3), (finding.Code, finding.Line));
        Assert.Contains(remedy, finding.Remedy);
    }

    [Fact]
    public void Check_RecordedGreeting_TakesTheTimeOfTheRecording()
    {
        var spoken = FlowCheck.Run(Ontario.Files, 100);
        var recorded = FlowCheck.Run(With(Clip), 100);
        Assert.Empty(recorded.Findings);
        // 15 words at 150 a minute are 6 s; the recording lasts 3 s.
        Assert.Equal(spoken.Times[0].InLine - TimeSpan.FromSeconds(3), recorded.Times[0].InLine);
    }

    [Fact]
    public void Check_RecordedGreetingThatLasts_IsTooLateInLine()
    {
        var finding = Assert.Single(FlowCheck.Run(With(Clip.Replace("welcome.en", "slow", StringComparison.Ordinal)), 0).Findings, f => f.Code == "too-late-in-line");
        Assert.NotNull(finding.Call);
    }

    [Fact]
    public void Check_TextChanged_LeavesTheRecordingAndNamesTheNewText()
    {
        var report = FlowCheck.Run(With(Clip.Replace("for a person", "to talk", StringComparison.Ordinal)), 100);
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("recording-stale", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains(Greeting, finding.Remedy);
    }

    [Fact]
    public void Check_RecordingForMusic_IsPointedOut() =>
        Assert.Equal("recording-rate", Assert.Single(FlowCheck.Run(With(Clip.Replace("welcome.en", "music", StringComparison.Ordinal)), 100).Findings).Code);

    [Fact]
    public void Folder_WithRecordings_HasThemInItsRevision()
    {
        var folder = Directory.CreateTempSubdirectory("ivr-audio-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "audio"));
            var file = Path.Combine(folder, "audio", "a.wav");
            File.WriteAllBytes(file, Convert.FromBase64String(Wav.Of(1)));
            var before = FlowFolder.Read(folder);
            Assert.Equal(Wav.Of(1), before["audio/a.wav"]);
            File.WriteAllBytes(file, Convert.FromBase64String(Wav.Of(2)));
            Assert.NotEqual(FlowFolder.Revision(before), FlowFolder.Revision(FlowFolder.Read(folder)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Folder_RecordingNamedInCapitals_IsFound()
    {
        var folder = Directory.CreateTempSubdirectory("ivr-audio-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "audio"));
            File.WriteAllBytes(Path.Combine(folder, "audio", "A.WAV"), Convert.FromBase64String(Wav.Of(1)));
            Assert.Equal(Wav.Of(1), FlowFolder.Read(folder)["audio/A.WAV"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(6, true)]
    [InlineData(7, true)]
    [InlineData(0x55, false)]
    [InlineData(0xFFFE, false)]
    public void Header_OfAFormat_IsReadWhenCarriersPlayIt(int tag, bool played) =>
        Assert.Equal(played, WavHeader.Read(Convert.FromBase64String(Wav.Tagged(tag))) is not null);

    [Theory]
    [InlineData(7, true)]
    [InlineData(0x55, false)]
    public void Header_OfAnExtensibleFormat_GoesByTheFormatWithin(byte tag, bool played) =>
        Assert.Equal(played, WavHeader.Read(Convert.FromBase64String(Wav.Extensible(tag))) is { Length.TotalSeconds: 1, Rate: 8000, Channels: 1 });

    [Fact]
    public void Header_ThatLiesAboutItsByteRate_LastsAsItsSamplesDo()
    {
        var wav = Convert.FromBase64String(Wav.Of(3));
        wav[28] = 1;
        wav[29] = 0;
        Assert.Equal(TimeSpan.FromSeconds(3), WavHeader.Read(wav)!.Length);
    }

    [Fact]
    public void Header_OfAnyBytes_NeverThrows()
    {
        var whole = Convert.FromBase64String(Wav.Of(1))[..60];
        Gen.Select(Gen.Int[0, whole.Length], Gen.Int[0, whole.Length - 1], Gen.Byte).Sample((length, at, value) =>
        {
            var bytes = whole.ToArray();
            bytes[at] = value;
            Assert.True(WavHeader.Read(bytes.AsSpan(0, length)) is null or { Length.Ticks: >= 0 });
        });
    }

    private static ImmutableDictionary<string, string> With(string list) => Ontario.Files
        .Add(AudioReader.File, $"format: 1\nrecordings:\n  [{list}]\n")
        .Add("audio/welcome.en.wav", Wav.Of(3))
        .Add("audio/slow.wav", Wav.Of(20))
        .Add("audio/long.wav", Wav.Of(61))
        .Add("audio/music.wav", Wav.Of(3, 44_100, 2))
        .Add("audio/mp3.wav", Wav.Tagged(0x55))
        .Add("audio/empty.wav", Wav.Of(0))
        .Add("audio/text.wav", Convert.ToBase64String("RIFF, but no sound"u8));
}
