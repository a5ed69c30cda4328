namespace Community211.Ivr.Trunk.People;

/// <summary>One entry that a vendor's menu asks for, and the keys heard for it: complete with # or at its full length.</summary>
/// <param name="Prompt">How it is asked for.</param>
/// <param name="Wrong">Said before it is asked for once more.</param>
/// <param name="Accepted">What may be entered.</param>
internal sealed record VendorEntry(string Prompt, string Wrong, IReadOnlyCollection<string> Accepted)
{
    private readonly int longest = Accepted.Count == 0 ? 1 : Accepted.Max(one => one.Length);

    public string Keys { get; private set; } = "";

    public int Refusals { get; set; }

    public bool IsRight => Accepted.Contains(Keys);

    /// <summary>Whether the entry is complete. A # that comes before any key belongs to the entry before.</summary>
    public bool Take(char key)
    {
        if (key == '#')
            return Keys.Length > 0;
        Keys += key;
        return Keys.Length >= longest;
    }

    public void Clear() => Keys = "";
}
