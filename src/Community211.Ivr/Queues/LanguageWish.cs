namespace Community211.Ivr.Queues;

/// <summary>What the caller said when asked whether to wait for somebody who speaks their language.</summary>
public enum LanguageWish
{
    /// <summary>Not asked, or no answer.</summary>
    None,

    /// <summary>Waits for a speaker.</summary>
    Wait,

    /// <summary>Takes whoever is there.</summary>
    Anyone,
}
