using System.Collections.Immutable;

namespace Community211.Ivr.Flows.Checks;

/// <summary>The rules that every revision must keep, in the order in which they are looked at.</summary>
public static class Rules
{
    public static readonly ImmutableArray<IRule> All =
    [
        new LoopRule(), new ReachesLineRule(), new PersonRule(), new TimeRule(), new KeysRule(), new ClosedLineRule(), new UnreachableRule(),
        new PromptKeysRule(), new AudioRule(), new CallbackRule(),
    ];
}
