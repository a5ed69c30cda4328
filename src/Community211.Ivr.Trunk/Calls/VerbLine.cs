using System.Text.Json.Nodes;
using System.Xml.Linq;
using Community211.Ivr.Trunk.Verbs;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>Tells which verb runs, with the attributes that it was written with and the nouns in it.</summary>
internal static class VerbLine
{
    private static readonly HashSet<string> WithNouns = ["Dial", "Connect", "Start", "Refer"];

    public static void Tell(Turn turn, IVerb verb)
    {
        if (!turn.Document.Written.TryGetValue(verb, out var element))
        {
            turn.Leg.Story.Tell("verb", ("verb", verb.GetType().Name), ("attributes", new JsonObject()));
            return;
        }
        var name = element.Name.LocalName;
        if (WithNouns.Contains(name) && element.HasElements)
            turn.Leg.Story.Tell("verb", ("verb", name), ("attributes", Attributes(element)), ("nouns", new JsonArray([.. element.Elements().Select(Noun)])));
        else
            turn.Leg.Story.Tell("verb", ("verb", name), ("attributes", Attributes(element)));
    }

    private static JsonObject Noun(XElement element) => new()
    {
        ["noun"] = element.Name.LocalName,
        ["attributes"] = Attributes(element),
        ["text"] = element.Value.Trim(),
    };

    private static JsonObject Attributes(XElement element)
    {
        var told = new JsonObject();
        foreach (var attribute in element.Attributes().Where(one => !one.IsNamespaceDeclaration))
            told[attribute.Name.LocalName] = attribute.Value;
        return told;
    }
}
