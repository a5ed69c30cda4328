using System.Collections.Immutable;
using System.Globalization;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Which fictional number stands for which caller's. Ten digits each; nobody's number is given to somebody else.</summary>
internal sealed class NumberBook
{
    private const int Lines = 100;
    private const int First = 23;
    private readonly Dictionary<string, string> _fictional = new(StringComparer.Ordinal);

    /// <param name="own">Numbers that stay, E.164.</param>
    /// <param name="found">Numbers of the recording, ten digits.</param>
    public NumberBook(IEnumerable<string> own, IEnumerable<string> found)
    {
        var taken = own.Where(n => n.Length == 12).Select(n => n[2..]).ToHashSet(StringComparer.Ordinal);
        Originals = [.. found.Distinct().Where(n => !taken.Contains(n))];
        taken.UnionWith(Originals);
        foreach (var number in Originals)
        {
            _fictional[number] = IsFictional(number) ? number : Give(number, taken);
            taken.Add(_fictional[number]);
        }
    }

    /// <summary>Numbers that are not ours.</summary>
    public ImmutableArray<string> Originals { get; }

    /// <summary>What stands for a number; one of ours stands for itself.</summary>
    public string Fictional(string number) => _fictional.GetValueOrDefault(number, number);

    /// <summary>555-01xx belongs to nobody anywhere.</summary>
    private static bool IsFictional(string number) => number.AsSpan(3, 5).SequenceEqual("55501");

    private static string Give(string number, HashSet<string> taken)
    {
        var lines = Enumerable.Range(First, Lines).Select(n => $"{number[..6]}01{(n % Lines).ToString("00", CultureInfo.InvariantCulture)}").ToList();
        return lines.Find(n => !taken.Contains(n)) ?? lines.First(n => n != number);
    }
}
