using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Staff;

/// <summary>The floor in figures over HTTP and as it is typed.</summary>
public sealed class LiveApiTests
{
    [Fact]
    public async Task Live_WhileACallerIsOffered_TellsTheLineAndThePeople()
    {
        await using var shift = await Shift.Offering();
        var (status, live) = await shift.Service.Send(HttpMethod.Get, "admin/live");
        Assert.Equal(200, status);
        var toronto = live.GetProperty("regions").EnumerateArray().Single(r => r.GetProperty("of").GetString() == "toronto");
        Assert.Equal((1, 1, 3), (toronto.GetProperty("waiting").GetInt32(), toronto.GetProperty("offered").GetInt32(), toronto.GetProperty("staffed").GetInt32()));
        Assert.Equal(("province", 1), (live.GetProperty("province").GetProperty("of").GetString(), live.GetProperty("province").GetProperty("waiting").GetInt32()));
        Assert.Equal(401, (await shift.Service.Send(HttpMethod.Get, "admin/live", token: "wrong")).Status);
    }

    [Fact]
    public async Task Live_AskedAgain_SeesWhatHasHappenedSince()
    {
        await using var shift = await Shift.Talking();
        Assert.Equal(1, (await Today(shift)).GetProperty("answered").GetInt32());
        await shift.Happens(new Community211.Ivr.Calls.Events.CallerStatus("completed", 9));
        shift.Service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await Today(shift)).GetProperty("offered").GetInt32());
    }

    [Fact]
    public async Task SupervisorFigures_OfARegion_AreItsOwnAndTheProvinces()
    {
        await using var shift = await Shift.Offering();
        var (status, east) = await shift.Service.Send(HttpMethod.Get, "supervisor/figures", token: await shift.Token("east", StaffRole.Supervisor));
        Assert.Equal((200, "east", 0, 1), (status, east.GetProperty("region").GetProperty("of").GetString(), east.GetProperty("region").GetProperty("waiting").GetInt32(), east.GetProperty("province").GetProperty("waiting").GetInt32()));
        Assert.DoesNotContain(Shift.Caller, east.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(403, (await shift.Service.Send(HttpMethod.Get, "supervisor/figures", token: await shift.Token("toronto-1"))).Status);
    }

    [Fact]
    public async Task Floor_Typed_PrintsALineForEachRegionAndTheProvince()
    {
        await using var shift = await Shift.Offering();
        var (code, said, errors) = await shift.Service.Type("floor");
        Assert.Equal((0, ""), (code, errors));
        var lines = said.Split('\n');
        Assert.Equal("The floor at 2026-11-23 07:00:00. docs/figures.md says what each column is.", lines[0]);
        Assert.Equal(["toronto", "1", "0", "0", "0", "3", "2", "1", "0", "0", "0"], lines.First(l => l.StartsWith("toronto ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["Calls since 07:00", "Calls of today"], lines.Where(l => l.StartsWith("Calls", StringComparison.Ordinal)));
        Assert.Equal(3, lines.Count(l => l.StartsWith("province ", StringComparison.Ordinal)));
        Assert.StartsWith("{", (await shift.Service.Type("floor", "--json")).Said, StringComparison.Ordinal);
    }

    private static async Task<System.Text.Json.JsonElement> Today(Shift shift) =>
        (await shift.Service.Send(HttpMethod.Get, "admin/live")).Said.GetProperty("province").GetProperty("today").GetProperty("figure");
}
