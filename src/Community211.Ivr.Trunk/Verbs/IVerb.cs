using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>One verb of a document, parsed and ready to run.</summary>
internal interface IVerb
{
    /// <summary>The call is answered before this verb is run, if it was not answered before.</summary>
    bool Answers => true;

    Task<Outcome> Run(Turn turn);
}
