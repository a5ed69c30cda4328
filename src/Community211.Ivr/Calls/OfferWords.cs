using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>The matching rule's reasons in words.</summary>
internal static class OfferWords
{
    /// <summary>Why this caller, and why this one answers; null for other reasons.</summary>
    public static string? Why(Reason reason)
    {
        string A(string name) => reason.Arguments.GetValueOrDefault(name, "");
        return reason.Code switch
        {
            "turn" => $"next in turn ({A("priority")}{(A("head") == "yes" ? ", first again after losing an agent" : "")}), after {A("waited")} s",
            "contact-due" => $"it is time for {A("contact")}, the place is kept",
            "own-region" => $"the caller's own region, {A("region")}",
            "named-region" => $"the line names {A("region")}",
            "region-unknown" => "the caller's region is not known: the whole province answers",
            "whole-province" => "the line is open to the whole province by now",
            "nobody-there" => $"nobody is signed in at {A("region")}",
            "nobody-there-speaks" => $"nobody is signed in at {A("region")} who speaks {A("language")}",
            "aid" => $"{A("region")} is busy (about {A("wait")} s) and others can spare somebody",
            "talked-before" => "talked with this caller before they were cut off",
            "tried-again" => "tried in vain before, as were all others",
            "crisis-trained" => "trained for crisis calls",
            "nobody-crisis-trained" => "nobody free is trained for crisis calls",
            "speaks" => $"speaks {A("language")}",
            "speaks-a-little" => $"speaks a little {A("language")}",
            "no-speaker" => $"nobody free speaks {A("language")}",
            "idle-longest" => $"free the longest ({A("seconds")} s)",
            _ => null,
        };
    }

    /// <summary>Why somebody who was free was not taken.</summary>
    public static string WhyNot(Reason reason)
    {
        string A(string name) => reason.Arguments.GetValueOrDefault(name, "");
        return A("why") switch
        {
            "waits-for-speaker" => $"does not speak {A("language")}, which the caller is owed",
            "other-region" => $"{A("region")} does not answer this line",
            "not-yet" => $"{A("region")} does not answer this caller yet",
            "kept-for-crisis" => "is kept for callers in crisis",
            "kept-in-reserve" => $"{A("region")} keeps its last free people for its own callers",
            "tried-before" => "did not take this caller before",
            "not-known-to-caller" => "another talked with this caller before they were cut off",
            "not-crisis-trained" => "not trained for crisis calls",
            "speaks-less" => "speaks the caller's language less well",
            "further-away" => "of another region",
            "idle-shorter" => "not free for as long",
            _ => "as good, and second by name",
        };
    }
}
