namespace Community211.Ivr.Trunk.People;

/// <summary>Who is behind which number while one call lasts.</summary>
/// <param name="people">By number; "first" is whoever is dialled first, "others" whoever is not named.</param>
internal sealed class CallPeople(IReadOnlyDictionary<string, PersonSettings> people)
{
    public const string First = "first";
    public const string Others = "others";
    private bool dialled;

    public PersonSettings? Behind(string number)
    {
        var first = !dialled;
        dialled = true;
        return people.GetValueOrDefault(number) ?? (first ? people.GetValueOrDefault(First) : null) ?? people.GetValueOrDefault(Others);
    }
}
