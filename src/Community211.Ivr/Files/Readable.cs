namespace Community211.Ivr.Files;

/// <summary>Text that can be written into any document: an escape can put characters into a file that XML cannot hold.</summary>
public static class Readable
{
    /// <summary>Neither control characters (besides tab and line ends) nor halves of characters.</summary>
    public static bool Is(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF')
                return false;
        }
        return true;
    }
}
