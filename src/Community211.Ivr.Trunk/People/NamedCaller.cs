using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.People;

/// <summary>A caller whom a helpline has to serve well, with what the call should come to.</summary>
/// <param name="Name">By which it is called, such as relay-operator.</param>
/// <param name="Who">A sentence: who that is.</param>
/// <param name="Why">A sentence: why it matters, and what is right.</param>
/// <param name="Call">A body of POST /sim/calls, with 'expect'.</param>
internal sealed record NamedCaller(string Name, string Who, string Why, JsonObject Call)
{
    /// <summary>Out of one object that holds all of it.</summary>
    public static NamedCaller Of(JsonObject written)
    {
        return new NamedCaller(Taken("name"), Taken("who"), Taken("why"), written);

        string Taken(string key)
        {
            var text = (string?)written[key] ?? throw new InvalidDataException($"A named caller without '{key}': {written.ToJsonString(Json.Relaxed)}");
            written.Remove(key);
            return text;
        }
    }
}
