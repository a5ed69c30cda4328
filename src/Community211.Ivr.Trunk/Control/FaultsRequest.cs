using System.Text.Json;
using System.Text.Json.Serialization;
using Community211.Ivr.Trunk.Faults;

namespace Community211.Ivr.Trunk.Control;

/// <summary>"faults" of POST /sim/calls: a list of faults, or an object of the common ones.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record FaultsRequest(FaultsRequest.Common Named, IReadOnlyList<FaultFile> Others)
{
    /// <summary>All as rules of this call.</summary>
    public IReadOnlyList<FaultRule> Rules()
    {
        Bounds.Check(("faults.statusDelay", Named.StatusDelay));
        if (Named.Duplicate?.FirstOrDefault(path => !path.StartsWith('/')) is { } odd)
            throw new BadInput($"'faults.duplicate' has '{odd}'. Allowed: beginnings of paths, such as /voice/step.");
        var named = (Named.Duplicate ?? []).Select(path => new FaultRule(FaultOn.Webhook, FaultWhat.Duplicate, new FaultMatch { Path = path })).ToList();
        if (Named.StatusDelay > 0)
            named.Add(new FaultRule(FaultOn.Status, FaultWhat.Delay, FaultMatch.Everything) { Seconds = Named.StatusDelay });
        if (Named.DuplicateStatus)
            named.Add(new FaultRule(FaultOn.Status, FaultWhat.Duplicate, FaultMatch.Everything));
        var others = FaultReader.Read([.. Others, .. Named.Rules ?? []], "faults");
        return others.FirstOrDefault(rule => rule.On is FaultOn.Rest or FaultOn.Carrier) is { } wrong
            ? throw new BadInput($"A call cannot carry faults of '{wrong.On.Word()}', which belong to no call: give them to /sim/faults.")
            : [.. named, .. others];
    }

    /// <summary>The object.</summary>
    /// <param name="Duplicate">Paths whose webhooks are sent twice; the second answer is ignored.</param>
    /// <param name="StatusDelay">Seconds by which status callbacks are late. Default 0.</param>
    /// <param name="DuplicateStatus">Status callbacks are sent twice.</param>
    /// <param name="Rules">Faults as elsewhere.</param>
    internal sealed record Common(
        IReadOnlyList<string>? Duplicate = null, double StatusDelay = 0, bool DuplicateStatus = false, IReadOnlyList<FaultFile>? Rules = null);

    internal sealed class Converter : JsonConverter<FaultsRequest>
    {
        public override FaultsRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var given = JsonDocument.ParseValue(ref reader);
            return given.RootElement.ValueKind == JsonValueKind.Array
                ? new FaultsRequest(new Common(), Bodies.Of<List<FaultFile>>(given.RootElement, "faults"))
                : new FaultsRequest(Bodies.Of<Common>(given.RootElement, "faults"), []);
        }

        public override void Write(Utf8JsonWriter writer, FaultsRequest value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
