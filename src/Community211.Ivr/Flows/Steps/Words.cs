using System.Collections.Immutable;
using Community211.Ivr.Flows.Files;

namespace Community211.Ivr.Flows.Steps;

/// <summary>The words of the flow language, one file and one fixture each.</summary>
public static class Words
{
    public static readonly ImmutableArray<IWord> All =
        [new HangUpWord(), new LanguageWord(), new NeedWord(), new QueueWord(), new RegionWord()];
}
