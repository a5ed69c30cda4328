using System.Globalization;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>A recording as the API shows it: under Recordings with its media's address, under a call with its track.</summary>
internal static class RecordingResource
{
    public static JsonObject Of(RestRequest request, Recording recording)
    {
        var uri = $"{request.Account}/Recordings/{recording.Sid}";
        var shown = Common(recording, uri);
        shown["subresource_uris"] = new JsonObject
        {
            ["add_on_results"] = uri + "/AddOnResults.json",
            ["transcriptions"] = uri + "/Transcriptions.json",
        };
        shown["media_url"] = request.Exchange.Recordings.Url(recording);
        return shown;
    }

    public static JsonObject OfCall(RestRequest request, Recording recording)
    {
        var shown = Common(recording, $"{request.Account}/Calls/{recording.Leg.Sid}/Recordings/{recording.Sid}");
        shown["track"] = recording.Order.Track;
        return shown;
    }

    private static JsonObject Common(Recording recording, string uri) => new()
    {
        ["account_sid"] = recording.Leg.Account,
        ["api_version"] = "2010-04-01",
        ["call_sid"] = recording.Leg.Sid,
        ["conference_sid"] = recording.Order.ConferenceSid,
        ["channels"] = recording.Order.Channels,
        ["date_created"] = Rfc2822.Of(recording.Started),
        ["date_updated"] = Rfc2822.Of(recording.Updated),
        ["start_time"] = Rfc2822.Of(recording.Started),
        ["price"] = null,
        ["price_unit"] = null,
        ["duration"] = recording.HasMedia ? recording.Seconds?.ToString(CultureInfo.InvariantCulture) : null,
        ["sid"] = recording.Sid,
        ["source"] = recording.Order.Source,
        ["status"] = recording.Status,
        ["error_code"] = null,
        ["encryption_details"] = null,
        ["uri"] = uri + ".json",
    };
}
