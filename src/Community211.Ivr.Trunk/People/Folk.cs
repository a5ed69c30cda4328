namespace Community211.Ivr.Trunk.People;

/// <summary>Who is behind which number; whoever is not named here is an agent.</summary>
internal sealed class Folk
{
    private static readonly PersonSettings Agent = new();
    private readonly SortedDictionary<string, PersonSettings> changed = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, PersonSettings> Changed => changed;

    public IPerson Behind(string number) => new DialledPerson(changed.GetValueOrDefault(number, Agent));

    public void Change(string number, PersonSettings settings) => changed[number] = settings;

    public void Reset() => changed.Clear();
}
