using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Token_Added_IsFoundByItsHashAlone()
    {
        var added = await Store.AddToken(Token("aa"), Stop);
        await Store.AddToken(Token("bb", StaffRole.Supervisor, "toronto"), Stop);

        Assert.Equal(Token("aa") with { Id = added.Id }, await Store.FindToken("aa", Stop));
        Assert.Null(await Store.FindToken("cc", Stop));
        Assert.Equal([("toronto-1", StaffRole.Agent), ("toronto", StaffRole.Supervisor)], (await Store.Tokens(Stop)).Select(t => (t.Of, t.Role)));
    }

    [Fact]
    public async Task Token_Revoked_SaysSinceWhenAndByWhomOnce()
    {
        var added = await Store.AddToken(Token("aa"), Stop);

        Assert.True(await Store.RevokeToken(added.Id, Units.Start.AddHours(1), "ana", Stop));
        Assert.False(await Store.RevokeToken(added.Id, Units.Start.AddHours(2), "bo", Stop));
        Assert.False(await Store.RevokeToken(added.Id + 1, Units.Start, "bo", Stop));

        Assert.Equal((Units.Start.AddHours(1), "ana"), ((await Store.FindToken("aa", Stop))!.RevokedAt, (await Store.FindToken("aa", Stop))!.RevokedBy));
    }

    [Fact]
    public async Task Alert_OfAUnit_IsToldWithItAndNotWithOneThatConflicts()
    {
        var (one, two) = (Alert("toronto"), Alert("east"));
        await Committed(Units.Fact() with { Alerts = [one, two] });
        await Refused(CommitOutcome.Conflict, Units.Fact() with { Alerts = [one] });

        Assert.Equal([two, one], (await Store.Alerts(null, 0, 10, Stop)).Select(a => a.Alert));
        var first = Assert.Single(await Store.Alerts("toronto", 0, 10, Stop));
        Assert.Equal(one, first.Alert);
        Assert.Equal([two], (await Store.Alerts(null, first.Id, 10, Stop)).Select(a => a.Alert));
        Assert.Single(await Store.Alerts(null, 0, 1, Stop));
    }

    [Fact]
    public async Task Reveal_Added_IsListedNewestFirst()
    {
        await Committed(Units.Fact());
        Reveal[] reveals = [new(Units.Start, "toronto-1", "CA1", "the line broke off"), new(Units.Start.AddHours(1), "supervisor toronto", "CA1", "asked by the police")];
        foreach (var reveal in reveals)
            await Store.AddReveal(reveal, Stop);

        Assert.Equal(reveals.Reverse(), await Store.Reveals(10, Stop));
        Assert.Equal([reveals[1]], await Store.Reveals(1, Stop));
    }

    [Fact]
    public async Task Risk_OfAUnit_IsOpenUntilAnEndIsWritten()
    {
        RiskNote Step(string call, RiskStep step) => new(Units.Start, call, ["toronto", "east"], "toronto-1", step, "cannot breathe, fell silent");
        await Committed(Units.Fact("CA1") with { Risk = Step("CA1", RiskStep.Opened) });
        await Committed(Units.Fact("CA2") with { Risk = Step("CA2", RiskStep.Opened) });
        await Refused(CommitOutcome.Conflict, Units.Fact("CA1") with { Risk = Step("CA1", RiskStep.Confirmed) });
        Assert.Equal(["CA1", "CA2"], (await Store.OpenRisks(Stop)).Select(r => r.Call));

        await Committed(Units.Fact("CA1", 1) with { Risk = Step("CA1", RiskStep.NotReached) });
        var open = Assert.Single(await Store.OpenRisks(Stop));
        Assert.Equal(("CA2", "toronto-1", Units.Start, "cannot breathe, fell silent"), (open.Call, open.Who, open.At, open.Reason));
        Assert.Equal(["toronto", "east"], open.Regions);

        await Committed(Units.Fact("CA1", 2) with { Risk = Step("CA1", RiskStep.Opened) });
        Assert.Equal(["CA2", "CA1"], (await Store.OpenRisks(Stop)).Select(r => r.Call));
    }

    [Fact]
    public async Task Forgotten_Added_IsListedNewestFirst()
    {
        Forgotten[] all = [new(Units.Start, "ana", 3), new(Units.Start.AddHours(1), "bo", 0)];
        foreach (var forgotten in all)
            await Store.AddForgotten(forgotten, Stop);
        Assert.Equal(all.Reverse(), await Store.ForgottenNumbers(10, Stop));
        Assert.Equal([all[1]], await Store.ForgottenNumbers(1, Stop));
    }

    [Fact]
    public async Task FactsOfAgent_BetweenTwoTimes_LeaveOthersOut()
    {
        foreach (var (id, expected) in new[] { ("a", 0), ("b", 0), ("a", 1), ("a", 2), ("b", 1) })
        {
            await Committed(Units.OfAgent(id, expected));
            Clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal([2, 3], (await Store.FactsOfAgent("a", Units.Start.AddSeconds(20), Units.Start.AddSeconds(50), Stop)).Select(f => f.State.Version));
        Assert.Equal([1, 2], (await Store.FactsOfAgent("a", Units.Start.AddSeconds(5), Units.Start.AddSeconds(21), Stop)).Select(f => f.State.Version));
        Assert.Empty(await Store.FactsOfAgent("nobody", Units.Start, Units.Start.AddDays(1), Stop));
    }

    private static StaffToken Token(string hash, StaffRole role = StaffRole.Agent, string of = "toronto-1") =>
        new(0, hash, role, of, Units.Start, "ana", Units.Start.AddDays(30));

    private static Alert Alert(string region) => new(AlertKind.LastAgentKept, Units.Start, region, $"{region}-1", "CA1", "no-answer");
}
