namespace Community211.Ivr.Trunk.Calls;

/// <summary>Something in a document that the carrier ignores or replaces: the call goes on.</summary>
internal sealed record DocumentWarning(int Code, string Text)
{
    /// <summary>"Schema validation warning": an element, an attribute or a value that no other code names.</summary>
    public const int Schema = 12200;
}
