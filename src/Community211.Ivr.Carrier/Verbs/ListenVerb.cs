using System.Collections.Immutable;
using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>Gather around the texts. Without actionOnEmptyResult, silence goes on with the next verb.</summary>
internal sealed class ListenVerb : Verb<Listen>
{
    private const int MostHints = 500;
    private const int LongestHint = 100;

    protected override void Write(Listen directive, Page page)
    {
        var keys = Math.Max(1, directive.Keys);
        var speech = page.Tag(directive.Speech);
        using (page.Start("Gather"))
        {
            page.Set("input", speech is null ? "dtmf" : "dtmf speech");
            page.Set("action", directive.Then, "method");
            page.Set("timeout", Math.Max(1, directive.Patience));
            page.Set("numDigits", keys);
            // With a single key the pound key is a key like any other.
            page.Set("finishOnKey", keys > 1 ? "#" : "");
            if (speech is not null)
                Recognise(directive.Hints, speech, page);
            if (!directive.Parts.IsDefaultOrEmpty && !page.Say(directive.Parts))
                page.Pause(1);
        }
    }

    /// <summary>Nothing is masked: on a crisis line the words that a filter hides are the ones that matter.</summary>
    private static void Recognise(ImmutableArray<string> hints, string tag, Page page)
    {
        page.Set("language", tag);
        var words = (hints.IsDefault ? [] : hints)
            .Select(hint => hint.Replace(',', ' ').Trim())
            .Where(hint => hint.Length is > 0 and <= LongestHint)
            .Take(MostHints)
            .ToList();
        if (words.Count > 0)
            page.Set("hints", string.Join(',', words));
        page.Set("speechTimeout", "auto");
        page.Set("profanityFilter", false);
    }
}
