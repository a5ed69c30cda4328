using System.Text.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>The body of POST /sim/calls; with "as" a named caller's, where what is given beside it counts before what the caller does by itself.</summary>
internal static class CallBody
{
    public static CallRequest Read(string text, NamedCallers callers)
    {
        var request = Bodies.Of<CallRequest>(text);
        if (request.As is not { } name)
            return request;
        var caller = callers.Find(name)
            ?? throw new BadInput($"There is no caller '{name}'. Did you mean '{callers.Nearest(name).Name}'? GET /sim/callers lists them.", 404);
        var merged = caller.Call.DeepClone().AsObject();
        foreach (var (given, value) in JsonNode.Parse(text, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!.AsObject())
        {
            // Keys are read whatever their case.
            merged.Where(one => one.Key.Equals(given, StringComparison.OrdinalIgnoreCase)).Select(one => one.Key).ToList().ForEach(key => merged.Remove(key));
            merged[given] = value?.DeepClone();
        }
        return Bodies.Of<CallRequest>(merged.ToJsonString());
    }

    /// <summary>What a named caller does when nothing is given beside the name.</summary>
    public static CallRequest Of(NamedCaller caller) => Bodies.Of<CallRequest>(caller.Call.ToJsonString());
}
