using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>phrases.yaml</c>.</summary>
[Description("What the service itself says, besides the steps of a flow.")]
public sealed record PhrasesFile
{
    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("The phrases, each in every language of the flow.")]
    public required PhraseListFile Phrases { get; init; }
}

/// <summary>Every phrase, by language.</summary>
public sealed record PhraseListFile
{
    [Description("In line, from time to time.")]
    public required IReadOnlyDictionary<string, string> StillInLine { get; init; }

    [Description("In line: {place} is filled in, from 1.")]
    public IReadOnlyDictionary<string, string>? PlaceInLine { get; init; }

    [Description("In line: {minutes} is filled in, 2 and more.")]
    public IReadOnlyDictionary<string, string>? WaitInLine { get; init; }

    [Description("In line: it takes a minute at most.")]
    public IReadOnlyDictionary<string, string>? SoonInLine { get; init; }

    [Description("In the crisis line, from time to time.")]
    public required IReadOnlyDictionary<string, string> StillInCrisisLine { get; init; }

    [Description("Somebody answers.")]
    public required IReadOnlyDictionary<string, string> Connecting { get; init; }

    [Description("The connection was lost; the caller is first in line.")]
    public required IReadOnlyDictionary<string, string> BackInLine { get; init; }

    [Description("On hold, over and over.")]
    public IReadOnlyDictionary<string, string>? OnHold { get; init; }

    [Description("An agent passed the caller on to another partner; the caller is first in line there.")]
    public IReadOnlyDictionary<string, string>? PassedOn { get; init; }

    [Description("Before a ten-digit line is rung because something of ours failed.")]
    public required IReadOnlyDictionary<string, string> OneMoment { get; init; }

    [Description("After a wrong key.")]
    public required IReadOnlyDictionary<string, string> NotUnderstood { get; init; }

    [Description("To the agent before the call is taken; {language} and {region} are filled in.")]
    public required IReadOnlyDictionary<string, string> Whisper { get; init; }

    [Description("To the agent before a crisis call is taken; {language} and {region} are filled in.")]
    public required IReadOnlyDictionary<string, string> WhisperCrisis { get; init; }

    [Description("To somebody whom an agent calls in: {language} and {region} of the caller are filled in.")]
    public IReadOnlyDictionary<string, string>? WhisperConsult { get; init; }

    [Description("To the agent: somebody else was first, or the caller has gone.")]
    public required IReadOnlyDictionary<string, string> Taken { get; init; }

    [Description("In the whisper, while the language is not known.")]
    public required IReadOnlyDictionary<string, string> LanguageUnknown { get; init; }

    [Description("A postal code that fits several places, once for each: {place} and {key} are filled in.")]
    public required IReadOnlyDictionary<string, string> PlaceChoice { get; init; }

    [Description("After the text of a callback: which key confirms.")]
    public required IReadOnlyDictionary<string, string> CallbackConfirm { get; init; }
}
