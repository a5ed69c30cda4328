namespace Community211.Ivr.Calls.Directives;

/// <summary>Where the carrier comes back to, and what it brings along. Only what is set appears in the URL.</summary>
/// <param name="Route">The webhook.</param>
/// <param name="Answer">The turn that the caller's keys, speech or silence answer.</param>
/// <param name="At">Agent leg: <c>key</c> after the whisper, <c>room</c> once accepted at the desk, <c>left</c> when its room is over, <c>not-reached</c> when nobody was there to be called back; called leg: <c>key</c> after the greeting; resume: <c>line</c> after a ten-digit line; wait: <c>again</c> after a page given without the store.</param>
/// <param name="Call">CallSid of the caller that the leg belongs to, when the leg is not the caller's own.</param>
/// <param name="Epoch">The connection it speaks of; counts up with each accepted offer.</param>
/// <param name="Offer">Random id of an offer, or the id of a dial to a caller who is called back.</param>
/// <param name="Page">The turn whose page is asked for.</param>
public sealed record Target(
    Route Route,
    int? Answer = null,
    string? At = null,
    string? Call = null,
    int? Epoch = null,
    string? Offer = null,
    int? Page = null);
