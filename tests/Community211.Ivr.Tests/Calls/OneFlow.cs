using Community211.Ivr.Calls;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Tests.Calls;

/// <summary>One revision for every call.</summary>
internal sealed class OneFlow(FlowSet set) : IFlowSets
{
    public FlowSet Live => set;

    public Task<FlowSet> Get(string revision, CancellationToken stop) => Task.FromResult(set);
}
