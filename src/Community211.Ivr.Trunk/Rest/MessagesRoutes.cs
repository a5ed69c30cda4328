using System.Globalization;
using System.Text.RegularExpressions;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Messages: send, look up, list, blank the text, cancel, delete.</summary>
internal static partial class MessagesRoutes
{
    private const int LongestBody = 1600;

    private static readonly RestFields Created = RestFields.Of(
        "To From MessagingServiceSid Body MediaUrl StatusCallback ScheduleType SendAt",
        """
        ApplicationSid MaxPrice ProvideFeedback Attempt ValidityPeriod ForceDelivery ContentRetention AddressRetention SmartEncoded
        PersistentAction TrafficType ShortenUrls SendAsMms ContentVariables MessageIntent RiskCheck FallbackFrom ContentSid
        """);

    private static readonly RestFields Updated = RestFields.Of("Body Status");

    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        routes.MapPost(RestApi.Root + "/Messages.json", api.On(Create));
        routes.MapGet(RestApi.Root + "/Messages.json", api.On(List));
        routes.MapGet(RestApi.Root + "/Messages/{sid}", api.On(request => RestAnswer.Ok(MessageResource.Of(request, Find(request)))));
        routes.MapPost(RestApi.Root + "/Messages/{sid}", api.On(Update));
        routes.MapDelete(RestApi.Root + "/Messages/{sid}", api.On(Delete));
    }

    private static RestAnswer Create(RestRequest request)
    {
        request.Expect(Created);
        var to = request.Field("To") is { Length: > 0 } given ? given : throw new RestFailure(400, 21604, "A 'To' phone number is required.");
        if (DialledNumber.Problem(to) is { } problem)
            throw new RestFailure(400, 21211, $"Invalid 'To' Phone Number: {problem}");
        var (from, service) = Sender(request);
        var (body, media) = (request.Field("Body") ?? "", request.Fields("MediaUrl").ToArray());
        if (body.Length == 0 && media.Length == 0)
            throw new RestFailure(400, 21602, "Message body is required: give Body or MediaUrl.");
        if (body.Length > LongestBody)
            throw new RestFailure(400, 21617, $"The concatenated message body exceeds the {LongestBody} character limit.");
        if (media.FirstOrDefault(url => !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) is { } wrong)
            throw new RestFailure(400, 21620, $"Invalid media URL '{wrong}': it must be absolute http or https.");
        var exchange = request.Exchange;
        var message = new TextMessage(exchange.NextId(media.Length > 0 ? "MM" : "SM"), from, service, to, body, media, exchange.Time.Now)
        {
            StatusCallback = request.Url("StatusCallback"),
        };
        exchange.Messages.Send(message, Schedule(request, service));
        return RestAnswer.Created(MessageResource.Of(request, message));
    }

    private static (string? From, string? Service) Sender(RestRequest request)
    {
        var service = request.Field("MessagingServiceSid") is { Length: > 0 } sid ? sid : null;
        if (service is not null && !ServiceSid().IsMatch(service))
            throw new RestFailure(400, 21705, $"MessagingServiceSid '{service}' is invalid: MG and 32 hexadecimal digits are allowed.");
        if (request.Field("From") is not { Length: > 0 } from)
            return service is null ? throw new RestFailure(400, 21603, "A 'From' phone number or a MessagingServiceSid is required.") : (null, service);
        return request.Exchange.Settings.Find(from) is null
            ? throw new RestFailure(400, 21606, $"The 'From' phone number {from} is not a valid, SMS-capable number of this account.")
            : (from, service);
    }

    private static DateTimeOffset? Schedule(RestRequest request, string? service)
    {
        if (request.Field("ScheduleType") is not { Length: > 0 } type)
            return null;
        if (type != "fixed")
            throw RestFailure.Parameter($"Parameter 'ScheduleType' is '{type}': fixed is allowed.");
        if (service is null)
            throw new RestFailure(400, 35118, "MessagingServiceSid is required to schedule a message.");
        return DateTimeOffset.TryParse(request.Required("SendAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new RestFailure(400, 35114, "SendAt must be a time such as 2026-11-03T14:00:00Z.");
    }

    private static RestAnswer List(RestRequest request)
    {
        var (to, from) = (request.Query("To"), request.Query("From"));
        var messages = request.Exchange.Messages.All.Reverse().Where(message =>
            (string.IsNullOrEmpty(to) || message.To == to)
            && (string.IsNullOrEmpty(from) || message.From == from)
            && DateFilter.Matches(request, "DateSent", message.Sent ?? message.Created));
        return RestAnswer.Ok(Pages.Of(request, "messages", [.. messages], message => message.Sid, MessageResource.Of));
    }

    /// <summary>"POST (Body='' redacts; Status=canceled)"</summary>
    private static RestAnswer Update(RestRequest request)
    {
        request.Expect(Updated);
        var message = Find(request);
        if (request.Field("Status") is { Length: > 0 } status)
            Cancel(request, message, status);
        if (request.Has("Body"))
        {
            if (request.Field("Body") is not "")
                throw RestFailure.Parameter("Parameter 'Body' may only be empty, which blanks the text.");
            if (!message.IsFinal)
                throw new RestFailure(400, 20009, "Cannot blank the text: the message is still on its way.");
            (message.Body, message.Updated) = ("", request.Exchange.Time.Now);
        }
        return RestAnswer.Ok(MessageResource.Of(request, message));
    }

    private static void Cancel(RestRequest request, TextMessage message, string status)
    {
        if (status != "canceled")
            throw RestFailure.Parameter($"Parameter 'Status' is '{status}': canceled is allowed.");
        if (message.Status is not ("scheduled" or "queued"))
            throw new RestFailure(409, 30409, $"The message cannot be canceled any more: it is {message.Status}.");
        _ = request.Exchange.Messages.Change(message, "canceled", request.Exchange.Settings);
    }

    private static RestAnswer Delete(RestRequest request)
    {
        var message = Find(request);
        if (!message.IsFinal)
            throw new RestFailure(409, 20009, "Cannot delete this message: it is still on its way.");
        request.Exchange.Messages.Delete(message);
        return RestAnswer.NoContent;
    }

    private static TextMessage Find(RestRequest request) => request.Exchange.Messages.Find(request.Route("sid")) ?? throw RestFailure.NotFound(request.Path);

    [GeneratedRegex("^MG[0-9a-fA-F]{32}$")]
    private static partial Regex ServiceSid();
}
