using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Log;

namespace Community211.Ivr.Trunk.Control;

/// <summary>/sim/log: everything that happened, for machines and for people.</summary>
internal sealed class LogRoutes(Exchange exchange)
{
    private const string Hint = "GET /sim/calls/{sid}/story tells one call.";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sim/log", Log);
        routes.MapGet("/sim/calls/{sid}/story", (string sid, HttpRequest request) => Told(sid, Queries.Flag(request, "documents")));
    }

    private async Task<IResult> Log(HttpRequest request)
    {
        var (after, format, call) = (Queries.Whole(request, "after") ?? 0, Queries.Text(request, "format") ?? "json", Queries.Text(request, "call"));
        var documents = Queries.Flag(request, "documents");
        if (format == "text")
            return await Told(call, documents);
        if (format != "json")
            throw new BadInput($"'format' is '{format}'. Allowed: json or text.");
        var lines = await exchange.Time.Run(() => exchange.Log.After(after));
        if (call is not null)
            lines = [.. lines.Where(line => line.Contains(call, StringComparison.Ordinal))];
        return Results.Text(string.Concat(lines.Select(line => line + "\n")), "application/x-ndjson");
    }

    private async Task<IResult> Told(string? call, bool documents)
    {
        var lines = await exchange.Time.Run(() => exchange.Log.After(0));
        return new LogTeller(call, documents, Hint).Tell(LogReading.Of(lines)) is { } text
            ? Results.Text(text, "text/plain")
            : throw new BadInput($"The log tells of no call {call}: GET /sim/log?format=text lists them.", 404);
    }
}
