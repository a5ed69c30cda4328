using System.Text.Json;
using System.Text.Json.Serialization;
using Community211.Ivr.Calls;

namespace Community211.Ivr.Host.Commands;

/// <summary>What <c>--json</c> prints.</summary>
internal static class ConsoleJson
{
    /// <summary>Members that are null are left out: recordings, stories.</summary>
    public static readonly JsonSerializerOptions Lean = new(CallJson.Options) { WriteIndented = true };

    /// <summary>Every member is there: reports that scripts read.</summary>
    public static readonly JsonSerializerOptions Whole = new(CallJson.Options) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.Never };
}
