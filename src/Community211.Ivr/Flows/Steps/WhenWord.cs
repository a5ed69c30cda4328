using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>when: calendar</c>, <c>then</c>, <c>otherwise</c>.</summary>
public sealed class WhenWord : IWord
{
    public string Name => "when";

    public Type Written => typeof(WhenFile);

    public Step Read(StepReader reader)
    {
        if (reader.Map.Take(Name) is TextNode { Value.Length: > 0 } calendar)
            reader.Refer(ReferenceKind.Calendar, calendar);
        return new WhenStep(reader.Id, reader.Map.Text(Name), reader.Target("then"), reader.Target("otherwise"));
    }
}
