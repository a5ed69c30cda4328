using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>say: "..."</c>, <c>next</c>.</summary>
public sealed class SayWord : IWord
{
    public string Name => "say";

    public Type Written => typeof(SayFile);

    public Step Read(StepReader reader) => new SayStep(reader.Id, reader.Spoken(Name), reader.Target("next"));
}
