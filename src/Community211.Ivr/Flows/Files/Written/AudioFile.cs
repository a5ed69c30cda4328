using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>audio.yaml</c>.</summary>
[Description("Recordings in the place of speech.")]
public sealed record AudioFile
{
    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("The recordings. A text that changed is spoken until it is recorded again.")]
    public required IReadOnlyList<AudioClipFile> Recordings { get; init; }
}

/// <summary>A recording.</summary>
public sealed record AudioClipFile
{
    [Description("The WAV file, mono with 8000 Hz: audio/welcome.en.wav.")]
    [RegularExpression(@"^audio/[A-Za-z0-9._-]+\.wav$")]
    public required string File { get; init; }

    [Description("The language that is spoken in it.")]
    public required string Language { get; init; }

    [Description("What it says: a text of the flow or of phrases.yaml, word for word. It is played wherever that text is said in that language.")]
    public required string Says { get; init; }
}
