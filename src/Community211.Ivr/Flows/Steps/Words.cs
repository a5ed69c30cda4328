using System.Collections.Immutable;
using Community211.Ivr.Flows.Files;

namespace Community211.Ivr.Flows.Steps;

/// <summary>The words of the flow language, one file and one fixture each.</summary>
public static class Words
{
    /// <summary>A step is of the first word that stands in it: <c>say</c> is also a field of other words, and comes last.</summary>
    public static readonly ImmutableArray<IWord> All =
    [
        new AskWord(), new CallbackWord(), new HangUpWord(), new LanguageWord(), new MenuWord(), new NeedWord(), new QueueWord(),
        new RegionWord(), new TransferWord(), new WhenWord(), new SayWord(),
    ];
}
