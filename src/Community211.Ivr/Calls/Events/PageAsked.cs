namespace Community211.Ivr.Calls.Events;

/// <summary>The carrier asks for a wait page: the caller is in its queue.</summary>
/// <param name="Page">The turn whose page is asked for; null if the URL does not say.</param>
/// <param name="QueueSid">The carrier's queue; null if it does not say.</param>
public sealed record PageAsked(int? Page, string? QueueSid) : CallEvent;
