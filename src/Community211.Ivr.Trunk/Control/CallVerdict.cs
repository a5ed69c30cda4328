using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>The last line of a call's stream: whether what was expected of it came true. It stands in the log, too.</summary>
internal sealed class CallVerdict(Exchange exchange, NamedCallers callers)
{
    /// <param name="call">The call, which is over.</param>
    /// <param name="request">What was asked for, with what is expected.</param>
    /// <param name="left">Who was left on the line.</param>
    public JsonObject Of(Leg call, CallRequest request, IReadOnlyList<string> left)
    {
        var expected = request.Expect!;
        var unmet = new Witness(exchange, call, expected, left).Unmet();
        var caller = request.As is { } name ? callers.Find(name) : null;
        var told = new JsonObject
        {
            ["at"] = TrunkLog.Moment(exchange.Time.Now),
            ["kind"] = "expected",
            ["as"] = caller?.Name,
            ["who"] = caller?.Who,
            ["expects"] = expected.Words(),
            ["met"] = unmet.Count == 0,
            ["why"] = new JsonArray([.. unmet.Select(one => (JsonNode)one)]),
        };
        exchange.Log.Write(call.Sid, told);
        return told;
    }
}
