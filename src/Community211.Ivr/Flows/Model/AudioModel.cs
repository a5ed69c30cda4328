using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Flows.Model;

/// <summary>Recordings in the place of speech. Each stands for one text in one language, wherever that text is said.</summary>
/// <param name="Clips">In the order of the file.</param>
public sealed record AudioModel(ImmutableArray<AudioClip> Clips)
{
    /// <summary>Everything is spoken.</summary>
    public static readonly AudioModel None = new([]);

    private readonly ImmutableDictionary<(string Language, string Text), AudioClip> _byText =
        Clips.DistinctBy(c => (c.Language, c.Says)).ToImmutableDictionary(c => (c.Language, c.Says));

    /// <summary>The recording of a text; null: it is spoken.</summary>
    public AudioClip? Of(Spoken part) => _byText.GetValueOrDefault((part.Language, part.Text));
}

/// <summary>A recording.</summary>
/// <param name="File">Its file in the folder, for instance <c>audio/welcome.en.wav</c>.</param>
/// <param name="Language">Id of <c>languages.yaml</c>.</param>
/// <param name="Says">The text, word for word.</param>
/// <param name="Length">How long it plays.</param>
/// <param name="At">Where the text stands in <c>audio.yaml</c>.</param>
public sealed record AudioClip(string File, string Language, string Says, TimeSpan Length, Place At);
