using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>wrap-up.yaml</c>.</summary>
[Description("What agents note after a call, besides needs and priority services.")]
public sealed record WrapUpFile
{
    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("Why a need was not met, by id.")]
    public required IReadOnlyDictionary<string, WrapUpCodeFile> Unmet { get; init; }

    [Description("What a call without a need was, by id.")]
    public required IReadOnlyDictionary<string, WrapUpCodeFile> NoNeed { get; init; }
}

/// <summary>A code that agents note.</summary>
public sealed record WrapUpCodeFile
{
    [Description("Its label, by language.")]
    public required IReadOnlyDictionary<string, string> Label { get; init; }
}
