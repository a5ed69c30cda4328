using System.Security.Authentication;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>The carrier's code for what went wrong below HTTP.</summary>
internal static class WireErrors
{
    public static WebhookAnswer Of(WebhookRequest request, Exception failure) => failure switch
    {
        _ when Inner<CertificateRefused>(failure) is { } refused => WebhookAnswer.Failed(request, refused.Code, refused.Message, WireFailure.Connect),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => WebhookAnswer.Failed(request, 11210, failure.Message),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => WebhookAnswer.Failed(request, 11220, failure.Message, WireFailure.Connect),
        AuthenticationException => WebhookAnswer.Failed(request, 11220, failure.Message, WireFailure.Connect),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.Unknown } =>
            WebhookAnswer.Failed(request, 11205, failure.Message, WireFailure.Connect),
        HttpRequestException or IOException => WebhookAnswer.Failed(request, 11206, failure.Message),
        UriFormatException => WebhookAnswer.Failed(request, 11100, failure.Message),
        _ => WebhookAnswer.Failed(request, 11200, "The answer could not be read: " + failure.Message),
    };

    private static T? Inner<T>(Exception? failure)
        where T : Exception
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is T found)
                return found;
        }
        return null;
    }
}
