namespace Community211.Ivr.Trunk.People;

/// <summary>Who is behind which number while one call lasts.</summary>
/// <param name="people">By number; "first" is whoever is dialled first, "others" whoever is not named.</param>
internal sealed class CallPeople(IReadOnlyDictionary<string, PersonSettings> people)
{
    public const string First = "first";
    public const string Others = "others";
    private bool dialled;

    /// <summary>Who is named for this number alone.</summary>
    public PersonSettings? Named(string number) => people.GetValueOrDefault(number);

    public PersonSettings? Behind(string number)
    {
        var first = !dialled;
        dialled = true;
        return people.GetValueOrDefault(number) ?? (first ? people.GetValueOrDefault(First) : null) ?? people.GetValueOrDefault(Others);
    }
}
