namespace Community211.Ivr.Calls;

/// <summary>A person with whom the caller talked.</summary>
/// <param name="With">Agent id, or a contact's name.</param>
/// <param name="Contact">Whether it was a contact.</param>
/// <param name="From">When both were there.</param>
/// <param name="Until">When one of them had gone; null while they talk.</param>
public sealed record Talk(string With, bool Contact, DateTimeOffset From, DateTimeOffset? Until = null);
