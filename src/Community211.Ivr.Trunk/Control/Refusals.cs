namespace Community211.Ivr.Trunk.Control;

/// <summary>Turns what was asked wrongly into {"error":"sentence"}.</summary>
internal static class Refusals
{
    public static async Task Handle(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadInput refused) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = refused.Status;
            await context.Response.WriteAsJsonAsync(new { error = refused.Message }, Json.Relaxed, context.RequestAborted);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = refused.StatusCode;
            await context.Response.WriteAsJsonAsync(new { error = refused.Message }, Json.Relaxed, context.RequestAborted);
        }
    }
}
