namespace Community211.Ivr.Carrier;

/// <summary>One field of a form, decoded.</summary>
public sealed record FormField(string Name, string Value);
