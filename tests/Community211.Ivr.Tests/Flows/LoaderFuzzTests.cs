using System.Text;
using CsCheck;

namespace Community211.Ivr.Tests.Flows;

/// <summary>Damaged files never throw: they give a set or at least one error.</summary>
public sealed class LoaderFuzzTests
{
    private static readonly string[] Names = [.. Ontario.Files.Keys.Order(StringComparer.Ordinal)];

    private static readonly Gen<(string File, byte[] Bytes)> Damaged =
        Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Select(Gen.Int[0, 1 << 20], Gen.Byte).Array[0, 6], Gen.Int[0, 3], Gen.Int[0, 1 << 20]).Select((name, flips, cut, length) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Ontario.Files[Names[name]]);
            foreach (var (at, value) in flips)
                bytes[at % bytes.Length] = value;
            return (Names[name], cut == 0 ? bytes[..(length % bytes.Length)] : bytes);
        });

    [Fact]
    public void Load_FlippedOrCutBytes_GivesASetOrAnError() =>
        Damaged.Sample(d => Check(d.File, Encoding.UTF8.GetString(d.Bytes)), iter: 1000);

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\0")]
    [InlineData("\\U0010FFFF")]
    [InlineData("\\UFFFFFFFF")]
    [InlineData("\\xZZ")]
    public void Load_StrangeEscapes_GiveASetOrAnError(string escape)
    {
        Check("needs.yaml", Ontario.Files["needs.yaml"].Replace("\"suicidal\"", $"\"{escape}\"", StringComparison.Ordinal));
        Check("needs.yaml", $"%YAML {escape}\n---\na: b\n");
        Check("needs.yaml", "%YAML 99999999999.1\n---\na: b\n");
    }

    [Theory]
    [InlineData("needs.yaml", "needs:\n", "  a{0}: {{}}\n")]
    [InlineData("contacts.yaml", "contacts:\n", "  a{0}: {{}}\n")]
    [InlineData("calendars.yaml", "calendars:\n", "  a{0}: {{}}\n")]
    [InlineData("calendars.yaml", "  callback-hours:\n", "    a{0}: 1\n")]
    [InlineData("interpreters.yaml", "vendors:\n", "  a{0}: {{}}\n")]
    [InlineData("languages.yaml", "languages:\n", "  a{0}: {{}}\n")]
    [InlineData("places.yaml", "regions:\n", "  a{0}: {{}}\n")]
    [InlineData("ontario.yaml", "steps:\n", "  a{0}: {{ say: \"x\", next: a{0} }}\n")]
    [InlineData("ontario.fr.yaml", "steps:\n", "  a{0}: {{ say: {{ of: \"x\", text: \"y\" }} }}\n")]
    [InlineData("ontario.calls.yaml", "calls:\n", "  \"a{0}\": {{ does: [7, 7], expect: {{ line: crisis }} }}\n")]
    public void Load_AMegabyteOfEntries_GivesFindings(string file, string after, string entry)
    {
        var text = new StringBuilder(Ontario.Files[file]);
        var many = new StringBuilder();
        for (var i = 0; text.Length + many.Length < (1 << 20) - 100; i++)
            many.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, entry, i);
        Check(file, text.Replace(after, after + many, 0, text.Length).ToString());
    }

    /// <summary>What YAML can do to a reader who trusts it.</summary>
    public static TheoryData<string> Tricks =>
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
        string.Concat(Enumerable.Repeat("[", 5000)),
        string.Concat(Enumerable.Range(0, 60).Select(i => $"{new string(' ', i)}a:\n")),
        "? [a, b]\n: c\n",
        "? {a: b}\n: c\n",
        "!!binary aGVsbG8=: x\n",
        "<<: { flow: x }\n",
        "a: |\n  b\n --- \nc: d\n",
        "- a\n- b\n",
        "\"\": \"\"\n",
        "\uFEFFa: b\n",
        "a: b\r\nc: d\r\n",
        "a: *nobody\n",
        "",
        "\0\0\0",
    ];

    [Theory]
    [MemberData(nameof(Tricks))]
    public void Load_YamlTricksInAnyFile_GiveASetOrAnError(string trick)
    {
        foreach (var file in Names.Where(n => n.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            Check(file, trick);
            Check(file, Ontario.Files[file] + trick);
        }
    }

    /// <summary>Lines lost, doubled, swapped, or with something else in the place of a value: what pasting does.</summary>
    [Fact]
    public void Load_LinesPastedAround_GivesASetOrAnError()
    {
        string[] values = ["[]", "{}", "null", "\"\"", "9999999999", "-1s", "{ a: b }", "[[[]]]", "'", "keep-waiting", "person"];
        var edits = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1 << 20], Gen.Int[0, 1 << 20], Gen.Int[0, values.Length - 1]).Array[1, 4];
        Gen.Select(Gen.Int[0, Names.Length - 1], edits).Sample((name, all) =>
        {
            var lines = Ontario.Files[Names[name]].Split('\n').ToList();
            foreach (var (kind, a, b, value) in all)
            {
                var (i, j) = (a % lines.Count, b % lines.Count);
                var colon = lines[i].IndexOf(": ", StringComparison.Ordinal);
                if (kind == 0 && lines.Count > 1)
                    lines.RemoveAt(i);
                else if (kind == 1)
                    lines.Insert(j, lines[i]);
                else if (kind == 2)
                    (lines[i], lines[j]) = (lines[j], lines[i]);
                else if (colon > 0)
                    lines[i] = $"{lines[i][..colon]}: {values[value]}";
            }
            Check(Names[name], string.Join('\n', lines));
        }, iter: 300);
    }

    private static void Check(string file, string text)
    {
        var (set, findings) = Ontario.Load(Ontario.Files.SetItem(file, text));
        Assert.Equal(set is null, findings.Any(f => f.Severity == Ivr.Files.Severity.Error));
        Assert.All(findings, f => Assert.False(string.IsNullOrEmpty(f.Code) || string.IsNullOrEmpty(f.File) || string.IsNullOrEmpty(f.Remedy)));
    }
}
