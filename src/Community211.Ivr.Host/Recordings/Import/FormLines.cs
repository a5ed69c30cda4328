using System.Globalization;

namespace Community211.Ivr.Host.Recordings.Import;

/// <summary>
/// Raw form bodies, one a line: <c>CallSid=CA..&amp;From=..&amp;Digits=2</c>. A time, the method and a URL or path may stand before the body, as
/// proxies write them; a GET request has all of its fields in the URL.
/// </summary>
internal static class FormLines
{
    /// <summary>Longest line that is read: the carrier's own limit is 64 KiB for a body.</summary>
    private const int Longest = 1_000_000;

    public static void Read(TextReader lines, ImportedCalls into)
    {
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (line.Length > Longest)
                into.Problem(number, $"The line has more than {Longest} characters.");
            else if (!string.IsNullOrWhiteSpace(line))
                Read(number, line.AsSpan().Trim().Trim('\uFEFF'), into);
        }
    }

    private static void Read(int number, ReadOnlySpan<char> line, ImportedCalls into)
    {
        DateTimeOffset? at = null;
        var url = "";
        while (!line.IsEmpty)
        {
            var end = line.IndexOfAny(' ', '\t');
            var word = end < 0 ? line : line[..end];
            if (url.Length == 0 && IsUrl(word))
                url = word.ToString();
            else if (at is null && TimeOf(word) is { } time)
                at = time;
            else if (word is not ("GET" or "POST"))
                break;
            line = end < 0 ? [] : line[end..].TrimStart();
        }
        if (line.IndexOf('=') < 0 && !line.IsEmpty)
            into.Problem(number, "The line is no form: name=value, with & between.");
        else
            into.Add(new ImportedRequest(number, at, url, line.ToString()));
    }

    private static bool IsUrl(ReadOnlySpan<char> word) =>
        word.StartsWith("/") || word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Only times that say their zone.</summary>
    private static DateTimeOffset? TimeOf(ReadOnlySpan<char> word) =>
        word.Length >= 20 && char.IsAsciiDigit(word[0]) && word[4] == '-' && (word[^1] == 'Z' || word[^6] is '+' or '-')
        && DateTimeOffset.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
