using System.Collections.Immutable;

namespace Community211.Ivr.Flows;

/// <summary>Why something was decided: a code with arguments, put into words when read.</summary>
/// <param name="Code">For instance <c>region-by-dialled-number</c>.</param>
/// <param name="Arguments">By name; nothing private.</param>
public sealed record Reason(string Code, ImmutableDictionary<string, string> Arguments)
{
    public static Reason Of(string code, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var all = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            all[name] = value;
        return new Reason(code, all.ToImmutable());
    }
}
