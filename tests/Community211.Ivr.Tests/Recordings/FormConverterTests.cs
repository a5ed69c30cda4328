using System.Collections.Immutable;
using System.Text.Json;
using Community211.Ivr.Host.Recordings;
using CsCheck;

namespace Community211.Ivr.Tests.Recordings;

public sealed class FormConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new FormConverter() } };

    private static readonly Gen<ImmutableArray<KeyValuePair<string, string>>> Forms =
        Gen.Select(Gen.OneOf(new[] { "From", "Digits", "CalledCity", "é", "" }.Select(Gen.Const).ToArray()), Gen.String, KeyValuePair.Create).Array[0, 12].Select(f => f.ToImmutableArray());

    [Fact]
    public void Form_WrittenAndRead_KeepsEveryFieldAndTheOrderOfRepeatedOnes() => Forms.Sample(form =>
    {
        var back = JsonSerializer.Deserialize<ImmutableArray<KeyValuePair<string, string>>>(JsonSerializer.Serialize(form, Options), Options);
        Assert.Equal(form.GroupBy(f => f.Key).SelectMany(g => g), back);
    });

    [Fact]
    public void Form_WithoutRepeatedFields_KeepsItsOrder()
    {
        ImmutableArray<KeyValuePair<string, string>> form = [new("To", "+18005550199"), new("From", ""), new("Digits", "1")];
        Assert.Equal("""{"To":"\u002B18005550199","From":"","Digits":"1"}""", JsonSerializer.Serialize(form, Options));
    }

    [Fact]
    public void Form_RepeatedField_IsAList() => Assert.Equal(
        """{"a":["1","2"],"b":"3"}""", JsonSerializer.Serialize<ImmutableArray<KeyValuePair<string, string>>>([new("a", "1"), new("b", "3"), new("a", "2")], Options));

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"a":[1]}""")]
    [InlineData("""{"a":null}""")]
    [InlineData("[]")]
    public void Form_NoTexts_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ImmutableArray<KeyValuePair<string, string>>>(json, Options));

    [Fact]
    public void FormText_WrittenAndRead_IsTheSame() =>
        Forms.Where(f => f.All(p => p.Key.Length > 0 && p.Value.EnumerateRunes().All(r => r.Value != 0xFFFD)))
            .Sample(form => Assert.Equal(form, FormText.Read(FormText.Write(form))));

    [Theory]
    [InlineData("a=1+2&b=%2B1&c&d=", "1 2,+1,,")]
    [InlineData("a=%C3%A9", "é")]
    public void FormText_AsCarriersWriteIt_IsRead(string body, string values) => Assert.Equal(values, string.Join(',', FormText.Read(body).Select(f => f.Value)));
}
