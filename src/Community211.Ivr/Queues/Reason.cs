using System.Collections.Immutable;
using System.Globalization;

namespace Community211.Ivr.Queues;

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

    /// <summary>A length of time as an argument: whole seconds.</summary>
    internal static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>This one as part of another: its code stands beside its arguments as <c>why</c>.</summary>
    internal Reason About(string code, (string Name, string Value) who) => new(code, Arguments.SetItem(who.Name, who.Value).SetItem("why", Code));
}
