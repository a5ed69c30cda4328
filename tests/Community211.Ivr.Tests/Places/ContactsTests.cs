using Community211.Ivr.Files;
using Community211.Ivr.Places;
using Community211.Ivr.Tests.Flows;

namespace Community211.Ivr.Tests.Places;

/// <summary>Lines outside our floor, and the three-digit codes.</summary>
public sealed class ContactsTests
{
    private static readonly PlacesModel Places = Ontario.Set.Places;

    [Theory]
    [InlineData(ContactKind.Police, "north", "police-north")]
    [InlineData(ContactKind.Police, null, "provincial-police")]
    [InlineData(ContactKind.Distress, "toronto", "distress-toronto")]
    [InlineData(ContactKind.Distress, "nowhere", "distress-centre")]
    [InlineData(ContactKind.Health, "toronto", "connex-ontario")]
    [InlineData(ContactKind.Shelter, null, null)]
    public void ContactFor_Area_IsItsOwnElseTheProvinces(ContactKind kind, string? region, string? id) =>
        Assert.Equal(id, Places.ContactFor(kind, region)?.Id);

    [Fact]
    public void Shipped_EveryRegion_HasItsLines() => Assert.All(Places.Regions.Keys, region => Assert.All(
        new[] { ContactKind.Crisis, ContactKind.Distress, ContactKind.Police, ContactKind.Shelter, ContactKind.ChildrensAid },
        kind => Assert.Equal([region], Places.ContactFor(kind, region)?.Areas)));

    [Fact]
    public void Shipped_Numbers_AreFictionalAndTenDigits() =>
        Assert.All(Places.Contacts.Values, c => Assert.Matches(@"\A\+1[2-9]\d\d55501\d\d\z", c.Number));

    [Fact]
    public void Shipped_Codes_AreAllEightAndNoneIsDialled()
    {
        Assert.Equal(ServiceCode.All, Places.Codes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ServiceCodeUse.Here, Places.Codes["211"].Does);
        Assert.Equal(ServiceCodeUse.Tell, Places.Codes["911"].Does);
        Assert.All(Places.Codes.Values.Where(c => c.Does == ServiceCodeUse.Contact), c => Assert.True(CallerNumber.IsTenDigit(Places.Contacts[c.Contact!].Number)));
        Assert.All(Places.Codes.Values, c => Assert.True(c.Names.ContainsKey("en") && c.Names.ContainsKey("fr")));
    }

    [Theory]
    [InlineData("  \"411\":", "  \"412\":", "n11-unknown", "  \"412\":")]
    [InlineData("  \"411\":", "  \"412\":", "n11-missing", "  \"211\":")]
    [InlineData("{ does: here", "{ does: tell", "n11-here", "  \"211\":")]
    [InlineData("  \"911\":\n    does: tell", "  \"911\":\n    does: nothing", "n11-emergency", "    does: nothing\n    name: { en: \"Emergency\"")]
    [InlineData("  \"511\": { does: tell", "  \"511\": { does: told", "n11-use", "  \"511\":")]
    [InlineData("  \"511\": { does: tell", "  \"511\": { does: contact", "n11-contact", "  \"511\":")]
    [InlineData("contact: relay-service", "contact: relay-servce", "unknown-contact", "    contact: relay-servce")]
    [InlineData("  \"511\": { does: tell", "  \"511\": { number: \"+14165550199\", does: tell", "unknown-field", "  \"511\":")]
    [InlineData("    kind: distress\n", "    kind: distres\n", "unknown-kind", "    kind: distres")]
    [InlineData("areas: [toronto]", "areas: [torono]", "unknown-region", "  crisis-toronto:")]
    [InlineData("areas: [toronto]", "areas: []", "areas-empty", "  crisis-toronto:")]
    [InlineData("  provincial-police:", "  police:", "contact-is-kind", "  police:")]
    [InlineData("  provincial-police:", "  toronto:", "contact-is-region", "  toronto:")]
    [InlineData("  provincial-police:", "  region:", "contact-is-region", "  region:")]
    [InlineData("\"+14165550153\"", "\"+14165550100\"", "contact-is-ours", "  police-toronto:")]
    [InlineData("\"+14165550153\"", "\"988\"", "n11-as-number", "  police-toronto:")]
    [InlineData("\"+14165550153\"", "\"9-1-1\"", "n11-as-number", "  police-toronto:")]
    [InlineData("\"+14165550153\"", "\"+1811\"", "n11-as-number", "  police-toronto:")]
    public void Read_Broken_IsAFindingWhereItStands(string old, string now, string code, string at) =>
        BrokenFiles.Expect(BrokenFiles.Change("contacts.yaml", old, now), code, ContactsReader.File, at);

    [Fact]
    public void Read_OneNumberTwice_IsAWarningAtTheLaterOne()
    {
        var files = BrokenFiles.Change("contacts.yaml", "\"+14165550153\"", "\"+14165550150\"");
        var (set, findings) = Ontario.Load(files);
        Assert.NotNull(set);
        var finding = Assert.Single(findings);
        Assert.Equal(("contact-number-twice", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("police-toronto", files["contacts.yaml"].Split('\n')[finding.Line - 1]);
    }
}
