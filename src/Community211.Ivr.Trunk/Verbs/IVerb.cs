using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>One verb of a document, parsed and ready to run.</summary>
internal interface IVerb
{
    Task<Outcome> Run(Turn turn);
}
