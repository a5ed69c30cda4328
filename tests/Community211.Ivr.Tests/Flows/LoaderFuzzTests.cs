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
    public void Load_AMegabyteOfEntries_GivesFindings(string file, string after, string entry)
    {
        var text = new StringBuilder(Ontario.Files[file]);
        var many = new StringBuilder();
        for (var i = 0; text.Length + many.Length < (1 << 20) - 100; i++)
            many.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, entry, i);
        Check(file, text.Replace(after, after + many, 0, text.Length).ToString());
    }

    private static void Check(string file, string text)
    {
        var (set, findings) = Ontario.Load(Ontario.Files.SetItem(file, text));
        Assert.Equal(set is null, findings.Any(f => f.Severity == Ivr.Files.Severity.Error));
        Assert.All(findings, f => Assert.False(string.IsNullOrEmpty(f.Code) || string.IsNullOrEmpty(f.File) || string.IsNullOrEmpty(f.Remedy)));
    }
}
