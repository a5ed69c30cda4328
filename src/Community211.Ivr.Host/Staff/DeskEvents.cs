using System.Text.Json;
using Community211.Ivr.Calls;

namespace Community211.Ivr.Host.Staff;

/// <summary>A desk hears of each change of its agent's state and offer, at once and as a whole, so that it need not ask.</summary>
internal sealed class DeskEvents(Desks desks, ServerSent events)
{
    public Task Stream(HttpContext http, string agent)
    {
        string? told = null;
        return events.Stream(http, async stop =>
        {
            if (await desks.Of(agent, stop) is not { } desk || Shown(desk) == told)
                return "";
            told = Shown(desk);
            return $"id: {desk.Version}\nevent: desk\ndata: {JsonSerializer.Serialize(desk, CallJson.Options)}\n\n";
        });
    }

    /// <summary>What a change is: times that only pass are none.</summary>
    private static string Shown(DeskView desk) => $"{desk.Version} {desk.State} {desk.Offer?.Id} {desk.Offer?.Accepted} {desk.Call}";
}
