using System.Globalization;

namespace Community211.Ivr.Trunk.People;

/// <summary>An expectation for people to read.</summary>
internal static class ExpectationWords
{
    public static string Words(this Expectation expected) => string.Join("; ", Parts(expected)) is { Length: > 0 } words ? words : "nothing";

    private static IEnumerable<string> Parts(Expectation expected)
    {
        if (expected.Reaches is { } reaches)
            yield return $"reaches {Way(reaches)}" + (expected.Within is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" within {seconds:0.#} s") : "");
        if (expected.Number is { } number)
            yield return $"comes to {number}";
        if (expected.With is { } with)
            yield return $"talks with {string.Join(" or ", with)}";
        if (expected.People is { } people)
            yield return $"talks with {people} different people";
        if (expected.Lines is { } lines)
            yield return $"is put in line {Times(lines)}";
        if (expected.Asked is { } asked)
            yield return asked == 0 ? "is asked for nothing before that" : $"is asked {Times(asked)} before that";
        if (expected.KeysEnough)
            yield return "is never asked for words alone";
        foreach (var words in expected.Heard)
            yield return $"hears \"{words}\"";
        foreach (var words in expected.NeverHeard)
            yield return $"never hears \"{words}\"";
        foreach (var entered in expected.Entered)
            yield return $"the service gets \"{entered}\"";
        foreach (var told in expected.NeverTold)
            yield return $"the service never gets \"{told}\"";
        if (expected.NobodyLeft)
            yield return "nobody is left on the line";
        if (expected.EndedBy is { } by)
            yield return $"ended by the {string.Join(" or ", by)}";
    }

    public static string Times(int number) => number == 1 ? "once" : $"{number} times";

    public static string Way(string reaches) => reaches == "nobody" ? reaches : "a " + reaches;
}
