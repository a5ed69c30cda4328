using Community211.Ivr.Files;
using Community211.Ivr.Places;
using Community211.Ivr.Tests.Flows;

namespace Community211.Ivr.Tests.Places;

/// <summary>Which clock a caller goes by.</summary>
public sealed class ZonesTests
{
    private static readonly PlacesModel Places = Ontario.Set.Places;

    [Theory]
    [InlineData("north", "3560", "America/Winnipeg")]
    [InlineData("north", "3559", "America/Winnipeg")]
    [InlineData("north", "3558", "America/Toronto")]
    [InlineData("north", null, "America/Toronto")]
    [InlineData(null, "3560", "America/Winnipeg")]
    [InlineData("toronto", "3520", "America/Toronto")]
    [InlineData("nowhere", "9999", "America/Toronto")]
    [InlineData(null, null, "America/Toronto")]
    public void ZoneOf_DivisionThenRegion_ElseTheProvinces(string? region, string? division, string zone) =>
        Assert.Equal(zone, Places.ZoneOf(region, division).Id);

    [Fact]
    public void ZoneOf_RegionWithAZone_ServesItsOtherDivisions()
    {
        var (set, findings) = Ontario.Load(BrokenFiles.Change("places.yaml", "    partner: \"Region of Peel\"\n", "    partner: \"Region of Peel\"\n    zone: America/Halifax\n"));
        Assert.Empty(findings);
        Assert.Equal("America/Halifax", set!.Places.ZoneOf("dufferin-peel", "3521").Id);
        Assert.Equal("America/Winnipeg", set.Places.ZoneOf("dufferin-peel", "3560").Id);
        Assert.Equal("America/Toronto", set.Places.ZoneOf("toronto", null).Id);
    }

    [Fact]
    public void Read_Tables_KeepTheDivision()
    {
        Assert.Equal(new Town("north", "3560"), Places.Towns["Kenora"]);
        Assert.Equal(("north", "3560"), (Places.Fsas["P9N"].Region, Places.Fsas["P9N"].Division));
    }

    [Theory]
    [InlineData("[\"3559\", \"3560\"]", "[\"3559\", \"9999\"]", "unknown-division", "zones:")]
    [InlineData("[\"3559\", \"3560\"]", "[\"3559\", \"3559\"]", "division-twice", "zones:")]
    [InlineData("zones: { America/Winnipeg:", "zones: { America/Winipeg:", "unknown-zone", "zones:")]
    [InlineData("    partner: \"Region of Peel\"\n", "    zone: Peel\n    partner: \"Region of Peel\"\n", "unknown-zone", "    zone: Peel")]
    [InlineData("  toronto:\n", "  police:\n", "region-is-kind", "  police:")]
    [InlineData("\"+14165550172\"", "\"+14165550171\"", "agent-number-twice", "      - { id: toronto-2")]
    [InlineData("id: toronto-2,", "id: toronto-1,", "agent-twice", "      - { id: toronto-1, number: \"+14165550172\"")]
    public void Read_Broken_IsAFindingWhereItStands(string old, string now, string code, string at) =>
        BrokenFiles.Expect(BrokenFiles.Change("places.yaml", old, now), code, PlacesReader.File, at);

    [Fact]
    public void Read_TableOverAMegabyte_IsNotRead()
    {
        var findings = new Findings();
        Assert.Empty(CsvTables.ReadTowns("town,region,division\n" + new string('x', 1 << 20), _ => true, findings));
        Assert.Equal("file-too-large", Assert.Single(findings.Sorted()).Code);
    }
}
