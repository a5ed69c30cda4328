using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>queues.yaml</c>.</summary>
[Description("How urgent callers, languages and regions are weighed when somebody is free.")]
public sealed record QueuesFile
{
    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("Urgent callers are served as if they had come this much earlier, 0s to 4h. Default: 10m.")]
    [RegularExpression(Patterns.Duration)]
    public string? UrgentAhead { get; init; }

    [Description("What callers in crisis are kept.")]
    public KeptFile? Crisis { get; init; }

    [Description("An average call with what is written down afterwards, 10s to 2h: predicts waits. Default: 8m.")]
    [RegularExpression(Patterns.Duration)]
    public string? Handling { get; init; }

    [Description("When regions help each other before the flow says so.")]
    public AidFile? Aid { get; init; }

    [Description("How long who is owed a language of the flow waits for somebody who speaks it.")]
    public SpeakerFile? Speaker { get; init; }

    [Description("Who is called back, and when.")]
    public CallbackRulesFile? Callback { get; init; }

    [Description("Thresholds of the figures.")]
    public FiguresFile? Figures { get; init; }

    [Description("Mutual aid of regions that differ, by region.")]
    public IReadOnlyDictionary<string, AidFile>? Regions { get; init; }
}

/// <summary>For callers in crisis.</summary>
public sealed record KeptFile
{
    [Description("So many free agents who are trained for crisis are kept for callers in crisis, 0 to 999. Default: 0.")]
    [Range(0, 999)]
    public int KeepIdle { get; init; }
}

/// <summary>Mutual aid.</summary>
public sealed record AidFile
{
    [Description("Callers are offered to other regions once their own is predicted to take longer, 0s to 4h. Default: 20s.")]
    [RegularExpression(Patterns.Duration)]
    public string? WhenWaitPasses { get; init; }

    [Description("Idle agents kept for the region's own callers, 0 to 999. Default: 0.")]
    [Range(0, 999)]
    public int KeepIdle { get; init; }
}

/// <summary>Thresholds of the figures.</summary>
public sealed record FiguresFile
{
    [Description("Who leaves the line sooner counts against nobody, 0s to 10m. Default: 10s.")]
    [RegularExpression(Patterns.Duration)]
    public string? ShortAbandon { get; init; }

    [Description("Service levels: the shares answered within these times, 1s to 4h. Default: [20s, 90s].")]
    public IReadOnlyList<string>? Levels { get; init; }
}

/// <summary>Patience for a speaker.</summary>
public sealed record SpeakerFile
{
    [Description("While nobody who speaks it is signed in, 0s to 10m. Default: 30s.")]
    [RegularExpression(Patterns.Duration)]
    public string? NoneSignedIn { get; init; }

    [Description("While all who speak it are busy, 0s to 10m. Default: 2m.")]
    [RegularExpression(Patterns.Duration)]
    public string? AllBusy { get; init; }
}
