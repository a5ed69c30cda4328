using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Control;

/// <summary>
/// Turns what was asked wrongly into {"error":"sentence"}, whatever nothing answers and what the trunk itself fails on among it;
/// the last is told in the log.
/// </summary>
internal sealed class Refusals(Exchange exchange)
{
    public async Task Handle(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (Unanswered(context) is { } sentence)
                await Answer(context, context.Response.StatusCode, sentence);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be told.
        }
        catch (BadInput refused) when (!context.Response.HasStarted)
        {
            await Answer(context, refused.Status, refused.Message);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await Answer(context, refused.StatusCode, refused.StatusCode == 413 ? "The body is too long: 30 MB are allowed." : "The request cannot be read: it breaks off, or is no HTTP.");
        }
        catch (Exception failure)
        {
            await Failed(context, failure);
        }
    }

    /// <summary>A defect of the trunk: it must be seen, in the log and by who asked.</summary>
    public static void Tell(Exchange exchange, HttpRequest request, Exception failure)
    {
        var asked = $"{request.Method} {request.Path}";
        exchange.Time.Post(() => exchange.Log.Tell(
            null, exchange.Time.Now, "warning", ("code", 12400), ("message", $"The trunk failed on {asked}: {failure}")));
    }

    /// <summary>What is said of a request that no route took; null when one did.</summary>
    private static string? Unanswered(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (response.HasStarted || response.ContentType is not null)
            return null;
        return response.StatusCode switch
        {
            404 => $"There is no {request.Path}: the phone is at /, the control API under /sim, the carrier's REST API under /2010-04-01.",
            405 => $"{request.Method} is not possible at {request.Path}. Allowed: {response.Headers.Allow}.",
            _ => null,
        };
    }

    private async Task Failed(HttpContext context, Exception failure)
    {
        Tell(exchange, context.Request, failure);
        if (context.Response.HasStarted)
            context.Abort();
        else
            await Answer(context, 500, "The trunk failed on this request: a defect of its own, which GET /sim/log tells.");
    }

    private static Task Answer(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error = sentence }, Json.Relaxed, context.RequestAborted);
    }
}
