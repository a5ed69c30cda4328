using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>interpreters.yaml</c>.</summary>
[Description("Telephone interpreters, for callers whose language nobody on the floor speaks.")]
public sealed record InterpretersFile
{
    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("The vendors, by id.")]
    public required IReadOnlyDictionary<string, VendorFile> Vendors { get; init; }
}

/// <summary>A vendor.</summary>
public sealed record VendorFile
{
    [Description("Its name.")]
    public required string Name { get; init; }

    [Description("The ten-digit number.")]
    [RegularExpression(Patterns.Number)]
    public required string Number { get; init; }

    [Description("Which is tried first: 1 to 99, each its own. Default: 1.")]
    [Range(1, 99)]
    public int Order { get; init; }

    [Description("The calendar of its hours.")]
    public required string Hours { get; init; }

    [Description("What is done after the vendor answers.")]
    public required IReadOnlyList<DialActionFile> Script { get; init; }

    [Description("key: the interpreter presses 1. announcement: the specialist says so.")]
    [AllowedValues("key", "announcement")]
    public required string ConnectedBy { get; init; }

    [Description("The vendor's codes, by language.")]
    public required IReadOnlyDictionary<string, string> Languages { get; init; }
}

/// <summary>A wait or keys.</summary>
public sealed record DialActionFile
{
    [Description("How long is waited, 1s to 60s.")]
    [RegularExpression(Patterns.Duration)]
    public string? Wait { get; init; }

    [Description("Keys, with names in braces: \"{language}#\"; {language} is the vendor's code, every other comes from the configuration.")]
    public string? Press { get; init; }
}
