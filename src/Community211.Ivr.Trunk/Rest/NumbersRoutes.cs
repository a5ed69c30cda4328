using System.Globalization;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>IncomingPhoneNumbers: the account's numbers and where their calls go. A change counts from the next call on.</summary>
internal static class NumbersRoutes
{
    private static readonly RestFields Fields = RestFields.Of(
        """
        PhoneNumber AreaCode FriendlyName ApiVersion VoiceUrl VoiceMethod VoiceFallbackUrl VoiceFallbackMethod VoiceCallerIdLookup
        StatusCallback StatusCallbackMethod SmsUrl SmsMethod SmsFallbackUrl SmsFallbackMethod
        """,
        """
        VoiceApplicationSid SmsApplicationSid EmergencyStatus EmergencyAddressSid TrunkSid VoiceReceiveMode IdentitySid AddressSid
        BundleSid AccountSid
        """);

    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        routes.MapGet(RestApi.Root + "/IncomingPhoneNumbers.json", api.On(List));
        routes.MapPost(RestApi.Root + "/IncomingPhoneNumbers.json", api.On(Create));
        routes.MapGet(RestApi.Root + "/IncomingPhoneNumbers/{sid}", api.On(request => RestAnswer.Ok(NumberResource.Of(request, Find(request)))));
        routes.MapPost(RestApi.Root + "/IncomingPhoneNumbers/{sid}", api.On(Update));
        routes.MapDelete(RestApi.Root + "/IncomingPhoneNumbers/{sid}", api.On(Delete));
    }

    private static RestAnswer List(RestRequest request)
    {
        var (number, name, origin, beta) = (request.Query("PhoneNumber"), request.Query("FriendlyName"), request.Query("Origin"), request.QueryFlag("Beta"));
        var numbers = request.Exchange.Settings.Numbers.Where(own =>
            (string.IsNullOrEmpty(number) || own.Number.Contains(number.Trim('*'), StringComparison.Ordinal))
            && (string.IsNullOrEmpty(name) || own.FriendlyName == name)
            && origin is null or "" or "twilio"
            && beta != true);
        return RestAnswer.Ok(Pages.Of(request, "incoming_phone_numbers", [.. numbers], own => own.Sid, NumberResource.Of));
    }

    private static RestAnswer Create(RestRequest request)
    {
        request.Expect(Fields);
        var number = request.Field("PhoneNumber") is { Length: > 0 } given ? given : InAreaCode(request);
        if (DialledNumber.Problem(number) is { } problem)
            throw new RestFailure(400, 21421, $"PhoneNumber is invalid: {problem}");
        if (request.Exchange.Settings.Find(number) is not null)
            throw new RestFailure(400, 21422, $"PhoneNumber {number} is not available: the account has it already.");
        var made = Changed(request, new TrunkNumber(number, null, "", "POST", null, null) { Created = request.Exchange.Time.Now });
        request.Exchange.Keep(made);
        return RestAnswer.Created(NumberResource.Of(request, made));
    }

    private static RestAnswer Update(RestRequest request)
    {
        request.Expect(Fields);
        var number = Changed(request, Find(request));
        request.Exchange.Keep(number);
        return RestAnswer.Ok(NumberResource.Of(request, number));
    }

    private static RestAnswer Delete(RestRequest request)
    {
        request.Exchange.Drop(Find(request));
        return RestAnswer.NoContent;
    }

    private static TrunkNumber Find(RestRequest request)
    {
        var sid = request.Route("sid");
        return request.Exchange.Settings.Numbers.FirstOrDefault(number => number.Sid == sid) ?? throw RestFailure.NotFound(request.Path);
    }

    private static TrunkNumber Changed(RestRequest request, TrunkNumber number) => number with
    {
        FriendlyName = request.Field("FriendlyName") is { Length: > 0 } name ? name : number.FriendlyName,
        VoiceUrl = Url(request, "VoiceUrl", number.VoiceUrl) ?? "",
        VoiceMethod = request.Verb("VoiceMethod", number.VoiceMethod),
        FallbackUrl = Url(request, "VoiceFallbackUrl", number.FallbackUrl),
        FallbackMethod = request.Verb("VoiceFallbackMethod", number.FallbackMethod),
        CallerIdLookup = request.Flag("VoiceCallerIdLookup") ?? number.CallerIdLookup,
        StatusCallback = Url(request, "StatusCallback", number.StatusCallback),
        StatusCallbackMethod = request.Verb("StatusCallbackMethod", number.StatusCallbackMethod),
        SmsUrl = Url(request, "SmsUrl", number.SmsUrl),
        SmsMethod = request.Verb("SmsMethod", number.SmsMethod),
        SmsFallbackUrl = Url(request, "SmsFallbackUrl", number.SmsFallbackUrl),
        SmsFallbackMethod = request.Verb("SmsFallbackMethod", number.SmsFallbackMethod),
        Updated = request.Exchange.Time.Now,
    };

    /// <summary>A field that is given and empty takes the URL away.</summary>
    private static string? Url(RestRequest request, string name, string? otherwise) => request.Has(name) ? request.Url(name) : otherwise;

    /// <summary>The first of the area code's fictional numbers that is free.</summary>
    private static string InAreaCode(RestRequest request)
    {
        var code = request.Required("AreaCode");
        if (code.Length != 3 || !code.All(char.IsAsciiDigit))
            throw new RestFailure(400, 21451, $"AreaCode '{code}' is invalid: three digits are allowed.");
        var numbers = Enumerable.Range(100, 100).Select(last => string.Create(CultureInfo.InvariantCulture, $"+1{code}5550{last}"));
        return numbers.FirstOrDefault(number => request.Exchange.Settings.Find(number) is null)
            ?? throw new RestFailure(400, 21452, $"No phone numbers found in area code {code}.");
    }
}
