using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>hang-up: "Thank you."</c></summary>
public sealed class HangUpWord : IWord
{
    public string Name => "hang-up";

    public Type Written => typeof(HangUpFile);

    public Step Read(StepReader reader) => new HangUpStep(reader.Id, reader.Spoken(Name));
}
