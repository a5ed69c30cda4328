using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A region of <c>places.yaml</c>.</summary>
public sealed record ServedRegionFile
{
    [Description("Its name, by language.")]
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    [Description("The partner that answers.")]
    public required string Partner { get; init; }

    [Description("Our numbers that 2-1-1 leads to here.")]
    public IReadOnlyList<string>? Dialled { get; init; }

    [Description("The partner's ten-digit line, rung when something of ours fails.")]
    [RegularExpression(Patterns.Number)]
    public required string Line { get; init; }

    [Description("First day, for instance 2027-04-01. Default: always was.")]
    [RegularExpression(Patterns.Day)]
    public string? From { get; init; }

    [Description("Last day, of a region that ends. Together with 'into'.")]
    [RegularExpression(Patterns.Day)]
    public string? Until { get; init; }

    [Description("The region that answers afterwards. Together with 'until'.")]
    [RegularExpression(Patterns.Name)]
    public string? Into { get; init; }

    [Description("Its time zone. Default: the province's.")]
    public string? Zone { get; init; }

    [Description("The commonest language besides the flow's, of languages.yaml.")]
    public string? OtherLanguage { get; init; }

    [Description("The calendar of its hours. Default: never closed.")]
    public string? Hours { get; init; }

    [Description("Those who answer.")]
    public IReadOnlyList<AgentFile>? Agents { get; init; }
}

/// <summary>An agent.</summary>
public sealed record AgentFile
{
    [Description("Known to reports by this; nobody else's.")]
    public required string Id { get; init; }

    [Description("The number that rings, nobody else's.")]
    [RegularExpression(Patterns.Number)]
    public required string Number { get; init; }

    [Description("Languages spoken, best first.")]
    public required IReadOnlyList<string> Languages { get; init; }

    [Description("Languages that the agent has a little of: better than nothing.")]
    public IReadOnlyList<string>? LittleOf { get; init; }

    [Description("Other regions whose services the agent knows.")]
    public IReadOnlyList<string>? Knows { get; init; }

    [Description("Whether trained for crisis calls. Default: no.")]
    [AllowedValues("yes", "no")]
    public string? Crisis { get; init; }
}
