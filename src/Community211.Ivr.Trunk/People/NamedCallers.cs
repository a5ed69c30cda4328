using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.People;

/// <summary>The callers of Data/callers.json, in its order.</summary>
internal sealed class NamedCallers(IReadOnlyList<NamedCaller> all)
{
    public IReadOnlyList<NamedCaller> All => all;

    public static NamedCallers Load()
    {
        using var data = typeof(NamedCallers).Assembly.GetManifestResourceStream("callers.json")!;
        return new NamedCallers([.. JsonNode.Parse(data)!.AsArray().Select(written => NamedCaller.Of(written!.AsObject()))]);
    }

    public NamedCaller? Find(string name) => all.FirstOrDefault(caller => caller.Name == name);

    /// <summary>Whom somebody meant who mistyped.</summary>
    public NamedCaller Nearest(string name) =>
        all.FirstOrDefault(caller => name.Length > 0 && caller.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)) ?? all.MinBy(caller => Distance(caller.Name, name))!;

    /// <summary>How many letters have to be put in, taken out or changed (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var before = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = before + (one[i - 1] == other[j - 1] ? 0 : 1);
                before = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
