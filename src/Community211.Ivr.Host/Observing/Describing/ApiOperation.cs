namespace Community211.Ivr.Host.Observing.Describing;

/// <summary>What the description says of one endpoint.</summary>
/// <param name="Key">Method and path: <c>GET /admin/live</c>.</param>
/// <param name="Summary">What it is for, in a sentence.</param>
/// <param name="Answer">What is answered with 200; null: an object without a type of its own.</param>
/// <param name="Order">The body; null: none.</param>
/// <param name="Media">In what the answer is.</param>
/// <param name="Problems">Further statuses that carry an error.</param>
internal sealed record ApiOperation(string Key, string Summary, Type? Answer = null, Type? Order = null, string Media = "application/json", params int[] Problems);
