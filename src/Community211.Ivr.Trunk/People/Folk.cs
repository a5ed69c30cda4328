namespace Community211.Ivr.Trunk.People;

/// <summary>Who is behind which number; whoever is not named here is an agent.</summary>
internal sealed class Folk
{
    private static readonly PersonSettings Agent = new();
    private readonly SortedDictionary<string, PersonSettings> changed = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, PersonSettings> Changed => changed;

    public IPerson Behind(string number) => changed.GetValueOrDefault(number, Agent) switch
    {
        { Answer: "phone" } => new HandsOn(),
        var settings => new DialledPerson(settings),
    };

    public void Change(string number, PersonSettings settings) => changed[number] = settings;

    public void Forget(string number) => changed.Remove(number);

    public void Reset() => changed.Clear();
}
