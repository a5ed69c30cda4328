using Community211.Ivr.Places;

namespace Community211.Ivr.Tests.Places;

public sealed class CallerNumberTests
{
    [Theory]
    [InlineData("+14169671111", "Toronto")]
    [InlineData("+16132345678", "Ottawa")]
    [InlineData("+14162030124", "Toronto")]
    [InlineData("+14165550123", null)] // 555 exchanges are everywhere: plain "Ontario"
    [InlineData("+16068641234", null)] // London, Kentucky
    [InlineData("+19027981234", null)] // Windsor, Nova Scotia
    [InlineData("+442079460000", null)]
    [InlineData("+12345678901234567890123", null)]
    [InlineData("anonymous", null)]
    [InlineData("client:someone", null)]
    [InlineData("sip:someone@example.org", null)]
    [InlineData("+", null)]
    [InlineData("+1", null)]
    [InlineData("+00000000000", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Town_OfANumber_IsOntariosOrNone(string? number, string? town) => Assert.Equal(town, CallerNumber.Town(number, "ON"));

    [Theory]
    [InlineData("+14165550123", "+1416555****")]
    [InlineData("+442079460000", "+44207946****")]
    [InlineData("+911", "+****")]
    [InlineData("12345678901234567890123", "****")]
    [InlineData("4165550123", "****")]
    [InlineData("anonymous", "anonymous")]
    [InlineData("Restricted", "Restricted")]
    [InlineData("someone", "****")]
    [InlineData("someone:else", "****")]
    [InlineData("client:someone", "client:****")]
    [InlineData("sip:someone@example.org", "sip:****")]
    [InlineData("", "(none)")]
    [InlineData(null, "(none)")]
    public void Mask_OfAnything_HidesWhoItIs(string? number, string shown) => Assert.Equal(shown, CallerNumber.Mask(number));

    [Theory]
    [InlineData("+14165550123", true)]
    [InlineData("+19115550123", false)]
    [InlineData("+10165550123", false)]
    [InlineData("+14160550123", false)]
    [InlineData("+1911", false)]
    [InlineData("911", false)]
    [InlineData("14165550123", false)]
    [InlineData("+1416555012", false)]
    [InlineData("+141655501234", false)]
    [InlineData("+1416555012x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsTenDigit_OfAnything_IsNorthAmericanAndNoShortCode(string? number, bool is10) => Assert.Equal(is10, CallerNumber.IsTenDigit(number));

    [Theory]
    [InlineData("+14165550123", true)]
    [InlineData("+442079460000", true)]
    [InlineData("anonymous", true)]
    [InlineData("Restricted", true)]
    [InlineData("+911", false)]
    [InlineData("911", false)]
    [InlineData("4165550123", false)]
    [InlineData("client:someone", false)]
    [InlineData("abc", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsTelephone_OfAnything_IsANumberOrWithheld(string? number, bool is164) => Assert.Equal(is164, CallerNumber.IsTelephone(number));
}
