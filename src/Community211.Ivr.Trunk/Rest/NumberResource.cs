using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>One of the account's numbers as the API shows it.</summary>
internal static class NumberResource
{
    public static JsonObject Of(RestRequest request, TrunkNumber number) => new()
    {
        ["sid"] = number.Sid,
        ["account_sid"] = request.Exchange.Settings.AccountSid,
        ["friendly_name"] = number.FriendlyName,
        ["phone_number"] = number.Number,
        ["api_version"] = "2010-04-01",
        ["date_created"] = Rfc2822.Of(number.Created ?? request.Exchange.Started),
        ["date_updated"] = Rfc2822.Of(number.Updated ?? number.Created ?? request.Exchange.Started),
        ["voice_url"] = number.VoiceUrl,
        ["voice_method"] = number.VoiceMethod,
        ["voice_fallback_url"] = number.FallbackUrl,
        ["voice_fallback_method"] = number.FallbackMethod,
        ["voice_caller_id_lookup"] = number.CallerIdLookup,
        ["voice_application_sid"] = null,
        ["voice_receive_mode"] = "voice",
        ["sms_url"] = number.SmsUrl,
        ["sms_method"] = number.SmsMethod,
        ["sms_fallback_url"] = number.SmsFallbackUrl,
        ["sms_fallback_method"] = number.SmsFallbackMethod,
        ["sms_application_sid"] = null,
        ["status_callback"] = number.StatusCallback,
        ["status_callback_method"] = number.StatusCallbackMethod,
        ["capabilities"] = new JsonObject { ["voice"] = true, ["sms"] = true, ["mms"] = false, ["fax"] = false },
        ["status"] = "in-use",
        ["origin"] = "twilio",
        ["beta"] = false,
        ["type"] = "local",
        ["address_requirements"] = "none",
        ["address_sid"] = null,
        ["bundle_sid"] = null,
        ["identity_sid"] = null,
        ["trunk_sid"] = null,
        ["emergency_status"] = "Inactive",
        ["emergency_address_sid"] = null,
        ["emergency_address_status"] = "unregistered",
        ["uri"] = $"{request.Account}/IncomingPhoneNumbers/{number.Sid}.json",
    };
}
