using Community211.Ivr.Trunk.Tests.Drivers;
using Community211.Ivr.Trunk.Webhooks;
using PhoneNumbers;

namespace Community211.Ivr.Trunk.Tests.Webhooks;

public sealed class GeographyTests
{
    // "Canadian geography filled in"
    [Theory]
    [InlineData("+14165550123", "", "ON", "CA")]
    [InlineData("+19055270123", "HAMILTON", "ON", "CA")]
    [InlineData("+15142880123", "MONTREAL", "QC", "CA")]
    [InlineData("+16045550123", "", "BC", "CA")]
    [InlineData("+17095550123", "", "NL", "CA")]
    [InlineData("+19025660123", "CHARLOTTETOWN", "PE", "CA")]
    [InlineData("+19025550123", "", "NS", "CA")]
    [InlineData("+18679790123", "IQALUIT", "NU", "CA")]
    [InlineData("+18675550123", "", "YT", "CA")]
    [InlineData("+12125550123", "NEW YORK", "NY", "US")]
    [InlineData("+12145550123", "", "TX", "US")]
    [InlineData("+12065550123", "", "WA", "US")]
    [InlineData("+12025550123", "", "DC", "US")]
    [InlineData("+18005550123", "", "", "US")]
    [InlineData("+442079460123", "", "", "GB")]
    [InlineData("+33142680123", "", "", "FR")]
    [InlineData("+18765550123", "", "", "JM")]
    [InlineData("+999", "", "", "")]
    [InlineData("anonymous", "", "", "")]
    public void Place_OfANumber_IsWhatTheNumberingPlanKnows(string number, string city, string state, string country)
    {
        var place = Geography.Of(number);
        Assert.Equal((city, state, "", country), (place.City, place.State, place.Zip, place.Country));
    }

    // The table against the numbering plan's own data: each Canadian area code is in it, and no other.
    [Fact]
    public void AreaCodes_AreTheCanadianOnes()
    {
        var plan = PhoneNumberUtil.GetInstance();
        var canadian = Enumerable.Range(200, 800).Select(code => code.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Where(code => plan.GetRegionCodeForNumber(plan.Parse($"+1{code}5550123", "CA")) == "CA");
        Assert.Equal(canadian, Provinces.AreaCodes.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AreaCodes_NameTheProvinceThatThePlanNames()
    {
        var names = new Dictionary<string, string>
        {
            ["Alberta"] = "AB", ["British Columbia"] = "BC", ["British Colombia"] = "BC", ["Manitoba"] = "MB", ["New Brunswick"] = "NB",
            ["Newfoundland and Labrador"] = "NL", ["Nova Scotia/Prince Edward Island"] = "NS", ["Ontario"] = "ON", ["Quebec"] = "QC",
            ["Saskatchewan"] = "SK", ["Northwest Territories/Nunavut/Yukon"] = "YT", ["Canada"] = "",
        };
        var plan = PhoneNumberUtil.GetInstance();
        foreach (var (code, province) in Provinces.AreaCodes)
        {
            var words = PhoneNumberOfflineGeocoder.GetInstance().GetDescriptionForNumber(plan.Parse($"+1{code}5550123", "CA"), Locale.English);
            Assert.Equal(names.GetValueOrDefault(words) ?? words.Split(", ")[^1], province);
        }
    }

    [Fact]
    public async Task Place_GivenWithTheCall_WinsUnderBothNames()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Hangup/>" : null);
        await trunk.Play(new { to = TrunkDriver.Number, from = "+19055270123", parameters = new Dictionary<string, string> { ["FromZip"] = "L8P 4S6", ["FromCity"] = "ANCASTER" } });
        var asked = trunk.Web.At("/inbound")[0];
        Assert.Equal(["ANCASTER", "ANCASTER", "L8P 4S6", "L8P 4S6", "ON"], [asked["FromCity"], asked["CallerCity"], asked["FromZip"], asked["CallerZip"], asked["FromState"]]);
        Assert.Single(asked.Form, field => field.Key == "FromCity");
    }
}
