namespace Community211.Ivr.Files;

/// <summary>Whether a file was saved as UTF-8. Bytes that are none arrive as U+FFFD, and callers would hear a word with a hole in it.</summary>
internal static class SavedAsUtf8
{
    private const char Replacement = '\uFFFD';

    /// <summary>Finds the first such character; once a file, since what saved one line saved them all.</summary>
    public static void Look(string file, string text, Findings findings)
    {
        var at = text.IndexOf(Replacement, StringComparison.Ordinal);
        if (at < 0)
            return;
        var before = text.AsSpan(0, at);
        var place = new Place(file, before.Count('\n') + 1, at - before.LastIndexOf('\n'));
        findings.Add("not-utf8", place, "There is a character here that was not saved as UTF-8; callers would not hear it.", "Save it as UTF-8, which editors offer as an encoding under 'Save as', and look at the accents of the file.");
    }
}
