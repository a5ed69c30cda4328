namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>One request on the wire and what came of it: attempts, redirects and answers to a 401 are told one by one.</summary>
/// <param name="Attempt">1 for the first; redirects belong to the attempt that they follow.</param>
/// <param name="Request">As sent.</param>
/// <param name="Answer">What came back, or why nothing did.</param>
/// <param name="Note">Why another exchange follows, if one does.</param>
internal sealed record WireExchange(int Attempt, WebhookRequest Request, WebhookAnswer Answer, string? Note);
