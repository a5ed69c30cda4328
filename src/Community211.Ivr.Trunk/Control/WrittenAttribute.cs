namespace Community211.Ivr.Trunk.Control;

/// <summary>How something is written in JSON, for whoever wrote something else in its place.</summary>
/// <param name="name">With its article: "a call".</param>
/// <param name="example">Such as {"from":"+14165550123","to":"211"}.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WrittenAttribute(string name, string example) : Attribute
{
    public string Name => name;

    public string Example => example;
}
