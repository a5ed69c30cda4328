using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>The last line of a call's stream: whether what was expected of it came true. It stands in the log, too.</summary>
internal sealed class CallVerdict(Exchange exchange, NamedCallers callers)
{
    public JsonObject Of(Leg call, CallRequest request)
    {
        var expected = request.Expect!;
        var unmet = new Witness(exchange, call, expected).Unmet();
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
