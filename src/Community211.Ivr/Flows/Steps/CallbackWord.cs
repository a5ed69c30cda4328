using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>callback: "..."</c>, <c>booked</c>, <c>otherwise</c>.</summary>
public sealed class CallbackWord : IWord
{
    public string Name => "callback";

    public Type Written => typeof(CallbackFile);

    public Step Read(StepReader reader) =>
        new CallbackStep(reader.Id, reader.Spoken(Name), reader.Target("booked"), reader.Target("otherwise"));
}
