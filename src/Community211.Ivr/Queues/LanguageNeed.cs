namespace Community211.Ivr.Queues;

/// <summary>What a caller's language asks of the one who answers.</summary>
public enum LanguageNeed
{
    /// <summary>The language is not known, or every agent speaks it.</summary>
    None,

    /// <summary>Speakers go first; anyone else answers with an interpreter.</summary>
    Preferred,

    /// <summary>The service is offered in it: a speaker answers, unless the caller takes anyone or has waited for a speaker long enough.</summary>
    Owed,
}
