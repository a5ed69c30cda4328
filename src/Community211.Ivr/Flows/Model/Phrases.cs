using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Flows.Model;

/// <summary>What the service itself says, from <c>phrases.yaml</c>.</summary>
/// <param name="Texts">By id.</param>
/// <param name="Where">Where each stands, as <c>id.language</c>.</param>
public sealed record Phrases(ImmutableDictionary<string, Text> Texts, ImmutableDictionary<string, Place> Where)
{
    /// <summary>In line, from time to time.</summary>
    public const string StillInLine = "still-in-line";

    /// <summary>In the crisis line, from time to time.</summary>
    public const string StillInCrisisLine = "still-in-crisis-line";

    /// <summary>An agent accepted.</summary>
    public const string Connecting = "connecting";

    /// <summary>The agent was lost; the caller is in line again.</summary>
    public const string BackInLine = "back-in-line";

    /// <summary>Before a ten-digit line is rung because something of ours failed.</summary>
    public const string OneMoment = "one-moment";

    /// <summary>After a wrong key.</summary>
    public const string NotUnderstood = "not-understood";

    /// <summary>To the agent: <c>{language}</c> and <c>{region}</c> of the caller.</summary>
    public const string Whisper = "whisper";

    /// <summary>To the agent, for a crisis caller.</summary>
    public const string WhisperCrisis = "whisper-crisis";

    /// <summary>To the agent: somebody else was first, or the caller has gone.</summary>
    public const string Taken = "taken";

    /// <summary>In the whisper, while the language is not known.</summary>
    public const string LanguageUnknown = "language-unknown";

    /// <summary>A postal code that fits several places: <c>{place}</c> and <c>{key}</c>, once for each place.</summary>
    public const string PlaceChoice = "place-choice";

    /// <summary>After the text of a callback step: which key confirms.</summary>
    public const string CallbackConfirm = "callback-confirm";

    /// <summary>In line: <c>{place}</c>, from 1.</summary>
    public const string PlaceInLine = "place-in-line";

    /// <summary>In line: <c>{minutes}</c>, 2 and more.</summary>
    public const string WaitInLine = "wait-in-line";

    /// <summary>In line: it takes a minute at most.</summary>
    public const string SoonInLine = "soon-in-line";

    /// <summary>On hold, over and over.</summary>
    public const string OnHold = "on-hold";

    /// <summary>An agent passed the caller on to another partner.</summary>
    public const string PassedOn = "passed-on";

    /// <summary>To somebody whom an agent calls in: <c>{language}</c> and <c>{region}</c> of the caller.</summary>
    public const string WhisperConsult = "whisper-consult";

    /// <summary>Those that callers hear, and that may promise keys which always work; the others name their own.</summary>
    public static readonly ImmutableArray<string> ToCallers = [StillInLine, StillInCrisisLine, Connecting, BackInLine, OneMoment, NotUnderstood, PlaceInLine, WaitInLine, SoonInLine, OnHold, PassedOn];

    /// <summary>Phrases that may be absent, in files written before there were any: then nothing is said.</summary>
    public static readonly ImmutableArray<string> Optional = [PlaceInLine, WaitInLine, SoonInLine, OnHold, PassedOn, WhisperConsult];

    /// <summary>Every phrase that the file must hold.</summary>
    public static readonly ImmutableArray<string> All =
    [
        StillInLine, StillInCrisisLine, Connecting, BackInLine, OneMoment, NotUnderstood, Whisper, WhisperCrisis, Taken,
        LanguageUnknown, PlaceChoice, CallbackConfirm,
    ];

    /// <summary>A phrase with its placeholders filled in.</summary>
    public ImmutableArray<Spoken> Say(string id, string? language, ImmutableArray<string> all, params ReadOnlySpan<(string Name, Func<string, string> Value)> fill)
    {
        var parts = Texts[id].For(language, all);
        foreach (var (name, value) in fill)
            parts = [.. parts.Select(p => p with { Text = p.Text.Replace($"{{{name}}}", value(p.Language), StringComparison.Ordinal) })];
        return parts;
    }
}
