using System.Text.Json.Nodes;
using System.Threading.Channels;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Control;

namespace Community211.Ivr.Trunk.Phone;

/// <summary>What the phone in the browser asks beyond placing a call and acting in it.</summary>
internal sealed class PhoneRoutes(Exchange exchange, IHostApplicationLifetime lifetime)
{
    private const int Lately = 12;
    private const int MostLive = 200;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sim/phone", Overview);
        routes.MapGet("/sim/events", Events);
        routes.MapDelete("/sim/people/{number}", Forget);
    }

    /// <summary>The numbers to dial, those that the service dialled lately, and which are answered in a browser.</summary>
    private async Task<IResult> Overview() => Results.Json(
        await exchange.Time.Run(() =>
        {
            var numbers = exchange.IsConfigured ? exchange.Settings.Numbers : [];
            return new JsonObject
            {
                ["configured"] = exchange.IsConfigured,
                ["numbers"] = new JsonArray([.. numbers.Select(own => new JsonObject { ["number"] = own.Number, ["region"] = own.Region })]),
                ["dialled"] = Words(exchange.Legs.Where(leg => leg.Direction != LegDirection.Inbound).Reverse().Select(leg => leg.To).Distinct().Take(Lately)),
                ["phones"] = Words(exchange.People.Changed.Where(person => person.Value.Answer == "phone").Select(person => person.Key)),
                ["attended"] = Words(exchange.Phones.Attended),
            };
        }),
        Json.Relaxed);

    /// <summary>
    /// ?after= is the last number of the log that is known; without it the stories of the calls that are live, and what comes.
    /// ?answers=, as often as needed: numbers that are attended for as long as this stream is read.
    /// </summary>
    /// <param name="context">Its end is the end of the listening.</param>
    private async Task Events(HttpContext context)
    {
        var after = Queries.Whole(context.Request, "after");
        var numbers = context.Request.Query["answers"].OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        foreach (var number in numbers)
        {
            if (DialledNumber.Problem(number) is { } problem)
                throw new BadInput($"'answers': {problem} In a URL, + is written %2B.");
        }
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var told = await exchange.Time.Run(() => Listen(after, numbers));
        context.Response.ContentType = "application/x-ndjson";
        try
        {
            await foreach (var line in told.Reader.ReadAllAsync(end.Token))
            {
                await context.Response.WriteAsync(line + "\n", end.Token);
                await context.Response.Body.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the trunk stops.
        }
        finally
        {
            exchange.Time.Post(() => Close(told, numbers));
        }
    }

    private Channel<string> Listen(long? after, string[] numbers)
    {
        foreach (var number in numbers)
            exchange.Phones.Attend(number);
        var told = exchange.Log.Listen(after);
        if (after is not null)
            return told;
        foreach (var leg in exchange.Legs.Reverse().Where(leg => !leg.IsOver).Take(MostLive).Reverse())
        {
            foreach (var line in leg.Story.Lines)
            {
                var one = JsonNode.Parse(line)!;
                one["callSid"] = leg.Sid;
                told.Writer.TryWrite(one.ToJsonString(Json.Relaxed));
            }
        }
        return told;
    }

    private void Close(Channel<string> told, string[] numbers)
    {
        exchange.Log.Forget(told);
        foreach (var number in numbers)
            exchange.Phones.Leave(number);
    }

    private async Task<IResult> Forget(string number)
    {
        await exchange.Time.Run(() =>
        {
            exchange.People.Forget(number);
            return true;
        });
        return Results.NoContent();
    }

    private static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)word)];
}
