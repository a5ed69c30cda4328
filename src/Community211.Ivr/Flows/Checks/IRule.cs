using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Checks;

/// <summary>One rule that a flow must keep. All are run, in the order of <see cref="Rules.All"/>.</summary>
public interface IRule
{
    /// <summary>Reports what breaks the rule.</summary>
    /// <param name="set">Files in which every name leads somewhere.</param>
    /// <param name="maps">The flow in each world.</param>
    /// <param name="findings">Takes what is wrong.</param>
    void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings);
}
