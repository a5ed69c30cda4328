using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>IncomingPhoneNumbers: the account's numbers and where their calls go.</summary>
internal static class NumbersRoutes
{
    public static void Map(IEndpointRouteBuilder routes, RestApi api) =>
        routes.MapGet(RestApi.Root + "/IncomingPhoneNumbers.json", api.On(List));

    private static RestAnswer List(RestRequest request)
    {
        var wanted = request.Query("PhoneNumber");
        var numbers = request.Exchange.Settings.Numbers.Where(number => string.IsNullOrEmpty(wanted) || number.Number == wanted);
        return RestAnswer.Ok(Pages.Of(request, "incoming_phone_numbers", [.. numbers.Select(number => Resource(request, number))]));
    }

    private static JsonObject Resource(RestRequest request, TrunkNumber number) => new()
    {
        ["sid"] = number.Sid,
        ["account_sid"] = request.Exchange.Settings.AccountSid,
        ["friendly_name"] = number.Number,
        ["phone_number"] = number.Number,
        ["api_version"] = "2010-04-01",
        ["voice_url"] = number.VoiceUrl,
        ["voice_method"] = number.VoiceMethod,
        ["voice_fallback_url"] = number.FallbackUrl,
        ["voice_fallback_method"] = "POST",
        ["voice_caller_id_lookup"] = false,
        ["status_callback"] = number.StatusCallback,
        ["status_callback_method"] = "POST",
        ["capabilities"] = new JsonObject { ["voice"] = true, ["sms"] = false, ["mms"] = false, ["fax"] = false },
        ["status"] = "in-use",
        ["origin"] = "twilio",
        ["uri"] = $"{request.Account}/IncomingPhoneNumbers/{number.Sid}.json",
    };
}
