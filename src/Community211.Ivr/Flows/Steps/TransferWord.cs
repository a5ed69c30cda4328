using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>transfer: contact</c>, <c>say</c>, <c>finished</c>, <c>failed</c>.</summary>
public sealed class TransferWord : IWord
{
    public string Name => "transfer";

    public Type Written => typeof(TransferFile);

    public Step Read(StepReader reader)
    {
        if (reader.Map.Take(Name) is TextNode { Value.Length: > 0 } line)
            reader.Refer(ReferenceKind.Line, line);
        return new TransferStep(reader.Id, reader.Map.Text(Name), reader.Spoken("say"), reader.Target("finished"), reader.Target("failed"));
    }
}
