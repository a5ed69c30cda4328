namespace Community211.Ivr.Carrier;

/// <summary>Bounds what is kept of a text that came from outside.</summary>
internal static class Cutting
{
    /// <summary>The first characters of a text; a pair of surrogates is never cut apart.</summary>
    public static string Cut(this string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
