using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>languages.yaml</c>.</summary>
[Description("Languages in which something is said or agents speak.")]
public sealed record LanguagesFile
{
    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("The languages, by id.")]
    public required IReadOnlyDictionary<string, SpokenLanguageFile> Languages { get; init; }
}

/// <summary>A language.</summary>
public sealed record SpokenLanguageFile
{
    [Description("Its name, by language.")]
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    [Description("Its BCP-47 tag, for instance fr-CA.")]
    public required string Tag { get; init; }

    [Description("The carrier's voice. Without one nothing is said in it.")]
    public string? Voice { get; init; }

    [Description("How texts announce a key, with {key} where it stands: \"press {key}\".")]
    public IReadOnlyList<string>? Press { get; init; }

    [Description("What texts call the star key.")]
    public IReadOnlyList<string>? Star { get; init; }

    [Description("What texts call the pound key.")]
    public IReadOnlyList<string>? Pound { get; init; }
}
