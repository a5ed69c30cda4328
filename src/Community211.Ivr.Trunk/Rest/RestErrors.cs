using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Control;
using Microsoft.AspNetCore.Http.Features;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>
/// What never comes as far as a resource, or fails there, is answered in the carrier's shape and told in the log, too: a form that
/// cannot be read, a path where nothing is, a defect of the trunk.
/// </summary>
internal sealed class RestErrors(Exchange exchange, RestApi api)
{
    private const string Unreadable =
        "Bad request: the form cannot be read. Fields are name=value with & between them, at most 1024, of text without %00; a multipart form has a boundary.";

    public async Task Handle(HttpContext context, RequestDelegate next)
    {
        if (!RestApi.IsAt(context.Request.Path))
        {
            await next(context);
            return;
        }
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, ContentType: null, StatusCode: 404 or 405 })
                await api.On(OtherRoutes.Refuse)(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be told.
        }
        catch (BadHttpRequestException refused)
        {
            await Refuse(context, refused.StatusCode == 413
                ? RestAnswer.Failed(413, 20413, "Request entity too large: 30 MB are allowed.")
                : RestAnswer.Failed(refused.StatusCode, 20001, "Bad request: its body cannot be read to its end."));
        }
        catch (Exception failure) when (failure is InvalidDataException || (failure is IOException && context.Features.Get<IFormFeature>() is { Form: null }))
        {
            await Refuse(context, RestAnswer.Failed(400, 20001, Unreadable));
        }
        catch (Exception failure)
        {
            Refusals.Tell(exchange, context.Request, failure);
            await Refuse(context, RestAnswer.Failed(500, 20500, "An internal server error has occurred"));
        }
    }

    private async Task Refuse(HttpContext context, RestAnswer answer)
    {
        await exchange.Time.Run(() =>
        {
            RestLog.Tell(exchange, context.Request, [], answer.Status, answer.Body!["code"]!.DeepClone());
            return true;
        });
        if (context.Response.HasStarted)
            context.Abort();
        else
            await RestApi.Write(context, answer);
    }
}
