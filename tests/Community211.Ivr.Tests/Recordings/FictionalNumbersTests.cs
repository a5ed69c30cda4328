using Community211.Ivr.Host.Recordings;
using Community211.Ivr.Places;
using CsCheck;

namespace Community211.Ivr.Tests.Recordings;

public sealed class FictionalNumbersTests
{
    private static readonly Gen<string> Numbers = Gen.Select(
        Gen.OneOf(new[] { "416", "647", "905", "289", "519", "226", "613", "343", "705", "249", "807", "212" }.Select(Gen.Const).ToArray()),
        Gen.Int[200, 999].Where(n => n != 555),
        Gen.OneOf(Gen.Int[0, 9999], Gen.Int[100, 199]),
        (area, exchange, line) => $"+1{area}{exchange}{line:0000}");

    [Fact]
    public void Number_MadeFictional_DoesNotSurviveButItsExchangeDoes() => Numbers.Sample(number =>
    {
        foreach (var recording in new[] { Planted.From(number), Planted.From(number[1..]), Planted.From(number[2..]), Planted.InUrl(number), Planted.From("anonymous", new KeyValuePair<string, string>("ForwardedFrom", number)) })
        {
            var text = RecordingFile.Write(Planted.Fictional(recording));
            Assert.DoesNotContain(number[2..], text, StringComparison.Ordinal);
            Assert.Contains($"{number[2..8]}01", text, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Number_MadeFictional_KeepsTownAndRegion() => Numbers.Sample(number =>
    {
        var fictional = Planted.Field(Planted.Fictional(Planted.From(number)), "From");
        var (before, after) = (CallerNumber.Town(number, "ON"), CallerNumber.Town(fictional, "ON"));
        Assert.Equal(before, after);
        Assert.Equal(RegionOf(before), RegionOf(after));
    });

    [Fact]
    public void Numbers_MadeFictional_StayApart() => Gen.Select(Numbers, Numbers).Where(p => p.Item1 != p.Item2).Sample((one, other) =>
    {
        var fictional = Planted.Fictional(Planted.From(one, new KeyValuePair<string, string>("ForwardedFrom", other)));
        Assert.NotEqual(Planted.Field(fictional, "From"), Planted.Field(fictional, "ForwardedFrom"));
        Assert.Equal(Planted.Field(fictional, "From"), Planted.Field(fictional, "Caller"));
    });

    [Theory]
    [InlineData("+14165550100")]
    [InlineData("+14165550171")]
    [InlineData("+14165550190")]
    [InlineData("+14165550150")]
    [InlineData("+18005550199")]
    [InlineData("+14165550123")]
    [InlineData("anonymous")]
    [InlineData("")]
    public void From_OursOrNobodys_Stays(string number) => Assert.Equal(number, Planted.Field(Planted.Fictional(Planted.From(number)), "From"));

    [Theory]
    [InlineData("client:anna", "client:caller@example.invalid")]
    [InlineData("sip:+14169820123@pbx.example.org:5060;transport=tls", "sip:caller@example.invalid")]
    [InlineData("+442079460123", "+442079000000")]
    [InlineData("14169820123141698201234", "14169800000000000000000")]
    [InlineData("12345", "12345")]
    public void From_NoNorthAmericanNumber_IsHiddenToo(string number, string expected) =>
        Assert.Equal(expected, Planted.Field(Planted.Fictional(Planted.From(number)), "From"));

    [Theory]
    [InlineData("Digits", "658286", "658000")]
    [InlineData("Digits", "2", "2")]
    [InlineData("SpeechResult", "I live at m5v 2t6", "I live at m5v 1A1")]
    [InlineData("SpeechResult", "call me at 4169821122", "call me at 4169820123")]
    [InlineData("CallerName", "SOMEBODY A", "CALLER")]
    [InlineData("SipHeader_X-Caller", "somebody", "")]
    public void Field_WithSomethingPrivate_KeepsOnlyWhatRoutes(string name, string value, string expected) =>
        Assert.Equal(expected, Planted.Field(Planted.Fictional(Planted.From("+14169821122", new KeyValuePair<string, string>(name, value))), name));

    [Fact]
    public void Field_PassportToken_IsLeftOut() => Assert.DoesNotContain(
        Planted.Fictional(Planted.From("+14169821122", new KeyValuePair<string, string>("StirPassportToken", "eyJ"))).Webhooks[0].Form, f => f.Key == "StirPassportToken");

    private static string? RegionOf(string? town) =>
        RegionFinder.ByCaller(Shipped.Flows.Places, town, new DateOnly(2026, 11, 22))?.Id;
}
