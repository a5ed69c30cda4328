using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Calls;

/// <summary>The revision that new calls begin with, and those that older calls end with.</summary>
public interface IFlowSets
{
    FlowSet Live { get; }

    /// <summary>A revision by name; the live one where it is not known any more: a person is reached by any.</summary>
    Task<FlowSet> Get(string revision, CancellationToken stop);
}
