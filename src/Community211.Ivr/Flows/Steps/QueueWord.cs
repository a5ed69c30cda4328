using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>queue: { region: 0s, province: 60s, contact: 3m }</c>, <c>say</c>, <c>priority: crisis</c>, <c>meanwhile</c>, <c>finished</c>.</summary>
public sealed class QueueWord : IWord
{
    public string Name => "queue";

    public Type Written => typeof(QueueFile);

    public Step Read(StepReader reader)
    {
        var members = ImmutableArray.CreateBuilder<QueueMember>();
        var who = reader.Map.Map(Name, required: true);
        foreach (var entry in who?.Entries ?? [])
        {
            reader.Refer(ReferenceKind.Member, entry.Key);
            members.Add(new QueueMember(entry.Key.Value, who!.Duration(entry.Key.Value, TimeSpan.Zero), Contact: false));
        }
        if (who is not null && members.Count == 0)
            reader.Map.Findings.Add("queue-empty", who.At, "Nobody answers this line.", "Write 'queue: { region: 0s, province: 60s }'.");
        return new QueueStep(
            reader.Id, members.ToImmutable(), ReadPriority(reader.Map), ReadInterpreter(reader.Map), reader.Spoken("say"),
            reader.OptionalTarget("meanwhile"), reader.Target("finished"));
    }

    private static bool ReadInterpreter(MapReader map)
    {
        var word = map.OptionalText("interpreter") ?? "never";
        if (word is not ("when-needed" or "never"))
            map.Findings.Add("unknown-interpreter", map.PlaceOf("interpreter"), $"'{word}' is not known here.", "Write 'interpreter: when-needed', or 'never'.");
        return word == "when-needed";
    }

    private static Priority ReadPriority(MapReader map)
    {
        switch (map.OptionalText("priority"))
        {
            case null or "general":
                return Priority.General;
            case "urgent":
                return Priority.Urgent;
            case "crisis":
                return Priority.Crisis;
            default:
                map.Findings.Add("unknown-priority", map.PlaceOf("priority"), "There is no such priority.", "Write crisis, urgent or general.");
                return Priority.General;
        }
    }
}
