using System.Collections.Immutable;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>region: [dialled-number, caller-number, postal-code]</c>, <c>say</c> (with postal-code), <c>next</c>.</summary>
public sealed class RegionWord : IWord
{
    private static readonly ImmutableArray<string> Known = [RegionStep.DialledNumber, RegionStep.CallerExchange, RegionStep.PostalCode];

    public string Name => "region";

    public Type Written => typeof(RegionFile);

    public Step Read(StepReader reader)
    {
        var sources = reader.Map.Texts(Name);
        foreach (var source in sources.Where(s => !Known.Contains(s.Value)))
            reader.Map.Findings.Add("unknown-source", source.At, $"'{source.Value}' tells no region.", $"Use {string.Join(", ", Known)}.");
        var asks = sources.Any(s => s.Value == RegionStep.PostalCode);
        return new RegionStep(reader.Id, [.. sources.Select(s => s.Value)], asks ? reader.Spoken("say") : null, reader.Target("next"));
    }
}
