using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>needs.yaml</c>.</summary>
[Description("What callers need, how urgent that is, and which words mean it.")]
public sealed record NeedsFile
{
    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("The priority services, labels for reports.")]
    public required IReadOnlyDictionary<string, ServiceFile> Services { get; init; }

    [Description("The words that mean a crisis.")]
    public required CrisisFile Crisis { get; init; }

    [Description("The needs, by id.")]
    public required IReadOnlyDictionary<string, KindOfNeedFile> Needs { get; init; }
}

/// <summary>A priority service.</summary>
public sealed record ServiceFile
{
    [Description("Its label, by language.")]
    public required IReadOnlyDictionary<string, string> Label { get; init; }
}

/// <summary>The words that mean a crisis.</summary>
public sealed record CrisisFile
{
    [Description("Reviewed phrases, by language. Hearing one brings the caller to the crisis line at once.")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Phrases { get; init; }
}

/// <summary>A need.</summary>
public sealed record KindOfNeedFile
{
    [Description("Its label, by language.")]
    public required IReadOnlyDictionary<string, string> Label { get; init; }

    [Description("urgent: before all others but crisis. Default: general.")]
    [AllowedValues("general", "urgent")]
    public string? Urgency { get; init; }

    [Description("The need that it counts as in reports. Default: itself.")]
    public string? CountsAs { get; init; }

    [Description("Priority services that it belongs to.")]
    public IReadOnlyList<string>? Services { get; init; }

    [Description("Reviewed phrases that mean it, by language.")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Phrases { get; init; }
}
