using System.Text.RegularExpressions;

namespace Community211.Ivr.Carrier;

/// <summary>The carrier's identifiers.</summary>
internal static partial class Sids
{
    [GeneratedRegex(@"^CA[0-9a-fA-F]{32}\z")]
    public static partial Regex Call();
}
