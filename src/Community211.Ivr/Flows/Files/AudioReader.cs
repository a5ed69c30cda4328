using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Files;

/// <summary>Reads <c>audio.yaml</c>, which may be absent, and the WAV files that it names.</summary>
public static class AudioReader
{
    public const string File = "audio.yaml";

    /// <summary>Where the WAV files lie, below the flow folder.</summary>
    public const string Folder = "audio/";

    /// <summary>What telephones carry.</summary>
    private const int TelephoneRate = 8000;

    /// <summary>A longer one is no message but a mistake.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <param name="files">The folder: WAV files in base64 under their path.</param>
    /// <param name="isLanguage">Whether a language id is known.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static AudioModel Read(IReadOnlyDictionary<string, string> files, Func<string, bool> isLanguage, Findings findings)
    {
        if (!files.TryGetValue(File, out var text) || YamlSource.Read(File, text, findings) is not { } map)
            return AudioModel.None;
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var node = root.Take("recordings");
        if (node is not ListNode)
            findings.Add("not-list", node?.At ?? root.At, "'recordings' must be a list.", "Write each as '- { file: audio/welcome.en.wav, language: en, says: \"...\" }'.");
        root.Done();
        var clips = ImmutableArray.CreateBuilder<AudioClip>();
        foreach (var item in (node as ListNode)?.Items ?? [])
        {
            if (item is not MapNode fields)
                findings.Add("not-mapping", item.At, "A recording is a mapping.", "Write '- { file: audio/welcome.en.wav, language: en, says: \"...\" }'.");
            else if (ReadClip(new MapReader(fields, findings), files, isLanguage) is not { } clip)
                continue;
            else if (clips.Any(c => (c.Language, c.Says) == (clip.Language, clip.Says)))
                findings.Add("recording-twice", clip.At, "This text has a recording in this language already.", "Keep one of them.");
            else
                clips.Add(clip);
        }
        return new AudioModel(clips.ToImmutable());
    }

    private static AudioClip? ReadClip(MapReader r, IReadOnlyDictionary<string, string> files, Func<string, bool> isLanguage)
    {
        var (file, language, says) = (r.Text("file"), r.Text("language"), r.Spoken("says", required: true));
        r.Done();
        if (language.Length > 0 && !isLanguage(language))
            r.Findings.Add("unknown-language", r.PlaceOf("language"), $"'{language}' is not in languages.yaml.", "Add it there, or correct it.");
        if (file.Length == 0 || Header(file, r, files) is not { } header || says is null)
            return null;
        if (header.Length == TimeSpan.Zero)
            r.Findings.Add("recording-empty", r.PlaceOf("file"), $"'{file}' holds no sound; callers would hear nothing.", "Record it again, or take the line out: then the text is spoken.");
        if (header.Length > Longest)
            r.Findings.Add("recording-too-long", r.PlaceOf("file"), $"'{file}' plays for {header.Length.TotalSeconds:0} s.", $"Say it in {Longest.TotalSeconds:0} s at most.");
        if (header is not { Rate: TelephoneRate, Channels: 1 })
            r.Findings.Add("recording-rate", r.PlaceOf("file"), $"'{file}' has {header.Rate} Hz and {header.Channels} channels; telephones carry {TelephoneRate} Hz and one.", "Save it as mono with 8000 Hz, so that you hear what callers hear.", Severity.Warning);
        return new AudioClip(file, language, says.Value, header.Length, says.At);
    }

    private static WavHeader? Header(string file, MapReader r, IReadOnlyDictionary<string, string> files)
    {
        if (!file.StartsWith(Folder, StringComparison.Ordinal) || !files.TryGetValue(file, out var content))
        {
            var near = Nearest.To(file, files.Keys.Where(f => f.StartsWith(Folder, StringComparison.Ordinal)));
            r.Findings.Add("recording-missing", r.PlaceOf("file"), $"There is no file '{file}'.", near is null ? $"Put the WAV file into {Folder} beside this file, and write its name as '{Folder}NAME.wav'." : $"Did you mean '{near}'?");
            return null;
        }
        var bytes = new byte[content.Length];
        if (Convert.TryFromBase64String(content, bytes, out var length) && WavHeader.Read(bytes.AsSpan(0, length)) is { } header)
            return header;
        r.Findings.Add("recording-not-wav", r.PlaceOf("file"), $"'{file}' is no WAV file that carriers play, or is cut off.", "Save it again as WAV: PCM, A-law or mu-law.");
        return null;
    }
}
