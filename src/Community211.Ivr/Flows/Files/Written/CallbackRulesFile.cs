using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>callback</c> of <c>queues.yaml</c>.</summary>
public sealed record CallbackRulesFile
{
    [Description("Whether anyone is called back; no: steps of the word callback are passed. Default: yes.")]
    [AllowedValues("yes", "no")]
    public string? Offered { get; init; }

    [Description("How often somebody is rung at most, 1 to 10. Default: 3.")]
    [Range(1, 10)]
    public int Attempts { get; init; }

    [Description("How long after each attempt in vain comes the next, 1m to 24h; the last counts for all further ones. Default: [15m, 60m].")]
    public IReadOnlyList<string>? After { get; init; }

    [Description("After the booking, nobody is called any more, 10m to 24h. Default: 24h.")]
    [RegularExpression(Patterns.Duration)]
    public string? Expires { get; init; }

    [Description("When nobody is called, by the clock where the caller is; or none. Default: 21:00-09:00.")]
    public string? Quiet { get; init; }

    [Description("The number that the called person sees: ten digits, yours at the carrier, and known to nobody as a helpline's. Default: the ten-digit number of ours that the caller had dialled.")]
    [RegularExpression(Patterns.Number)]
    public string? From { get; init; }
}
