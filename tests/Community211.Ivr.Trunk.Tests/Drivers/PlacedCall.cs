using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>A call placed in a test, and what it told.</summary>
public sealed class PlacedCall(TrunkDriver driver, string sid, Task<string> rest)
{
    public string Sid => sid;

    /// <summary>The remaining lines of the stream, once it ended.</summary>
    public Task<string> Rest => rest;

    internal Leg Leg => driver.Exchange.Find(sid)!;

    public IReadOnlyList<JsonObject> Events => [.. Leg.Story.Lines.Select(line => JsonNode.Parse(line)!.AsObject())];

    public IReadOnlyList<JsonObject> Of(string kind) => [.. Events.Where(told => (string?)told["kind"] == kind)];

    public JsonObject The(string kind) => Assert.Single(Of(kind));

    public string[] Heard => [.. Of("hears").Select(told => (string)told["text"]!)];

    public double T(string kind) => (double)The(kind)["t"]!;

    public int[] Warnings => [.. Of("warning").Select(told => (int)told["code"]!)];
}
