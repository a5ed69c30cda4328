using System.Text.RegularExpressions;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>POST Participants: somebody is dialled into a room, which a friendly name opens.</summary>
internal static partial class ParticipantCreation
{
    private static readonly RestFields Fields = RestFields.Of(
        """
        From To CallerId Label Timeout TimeLimit Muted Beep StartConferenceOnEnter EndConferenceOnExit WaitUrl WaitMethod MaxParticipants
        StatusCallback StatusCallbackMethod StatusCallbackEvent ConferenceStatusCallback ConferenceStatusCallbackMethod
        ConferenceStatusCallbackEvent Coaching CallSidToCoach CallToken Region JitterBufferSize
        Record RecordingChannels RecordingStatusCallback RecordingStatusCallbackMethod RecordingStatusCallbackEvent RecordingTrack Trim
        """,
        """
        EarlyMedia ConferenceRecord ConferenceTrim RecordingConfigurationId ConferenceRecordingStatusCallback
        ConferenceRecordingStatusCallbackMethod ConferenceRecordingStatusCallbackEvent SipAuthUsername SipAuthPassword Byoc CallReason
        MachineDetection MachineDetectionTimeout MachineDetectionSpeechThreshold MachineDetectionSpeechEndThreshold
        MachineDetectionSilenceTimeout AmdStatusCallback AmdStatusCallbackMethod Passports ClientNotificationUrl CallerDisplayName
        EmergencyCallerPosition EmergencyCallerLocation EmergencyName EmergencyAddress EmergencyZipCode EmergencyCity EmergencyState
        EmergencyCountry
        """);

    // "We always add a 5-second timeout buffer to outgoing calls"
    private const int Buffer = 5;

    public static RestAnswer Create(RestRequest request)
    {
        request.Expect(Fields);
        var exchange = request.Exchange;
        var (name, room) = Room(request);
        var (to, from, entry, reports) = (DialFields.To(request), DialFields.From(request), Entry(request), Reports(request));
        if (RoomDoor.Refuses(room, entry, rest: true) is var (code, why))
            throw new RestFailure(400, code, why);
        DialFields.Line(request);
        var recording = DialFields.Recording(request);
        Participant one = null!;
        var leg = exchange.Dialler.Dial(new DialOrder(
            to, from, new TextSource(""), DialFields.Callbacks(request), (request.Whole("Timeout", 5, 600) ?? 60) + Buffer, request.Whole("TimeLimit", 1, 14400))
        {
            Recording = recording,
            Joins = called => new RoomStay(exchange, one).RunAll(called),
        });
        room ??= exchange.Conferences.Open(name, leg, reports);
        one = new Participant(room, leg, entry, exchange.Time.Now);
        room.Expected.Add(one);
        _ = Watch(exchange, one);
        return RestAnswer.Created(ParticipantResource.Of(request, one));
    }

    /// <summary>"{ConferenceSid} may be a friendly name on create"</summary>
    private static (string Name, Conference? Room) Room(RestRequest request)
    {
        var name = request.Route("room");
        if (!ConferenceSid().IsMatch(name))
            return (name, request.Exchange.Conferences.Live(name));
        return request.Exchange.Conferences.Find(name) is { IsOver: false } room ? (room.Name, room) : throw RestFailure.NotFound(request.Path);
    }

    private static RoomEntry Entry(RestRequest request)
    {
        var beep = request.Field("Beep") is { Length: > 0 } given ? given : "true";
        if (!RoomEntry.Beeps.Contains(beep))
            throw RestFailure.Parameter($"Parameter 'Beep' is '{beep}': {string.Join(", ", RoomEntry.Beeps)} are allowed.");
        return new RoomEntry
        {
            Muted = request.Flag("Muted") ?? false,
            Beep = beep,
            StartOnEnter = request.Flag("StartConferenceOnEnter") ?? true,
            EndOnExit = request.Flag("EndConferenceOnExit") ?? false,
            WaitUrl = request.Field("WaitUrl") == "" ? "" : request.Url("WaitUrl"),
            WaitMethod = request.Verb("WaitMethod"),
            MaxParticipants = request.Whole("MaxParticipants", 2, RoomEntry.MostParticipants) ?? RoomEntry.MostParticipants,
            CallSidToCoach = Coached(request),
            Label = request.Field("Label") is { Length: > 0 } label ? label : null,
        };
    }

    /// <summary>"If `true`, `call_sid_to_coach` must be defined."</summary>
    private static string? Coached(RestRequest request)
    {
        var sid = request.Field("CallSidToCoach") is { Length: > 0 } given ? given : null;
        return (request.Flag("Coaching") ?? sid is not null) ? sid ?? request.Required("CallSidToCoach") : null;
    }

    /// <summary>"Defaults to `start end`."</summary>
    private static Callbacks Reports(RestRequest request)
    {
        var events = request.Words("ConferenceStatusCallbackEvent");
        if (events.FirstOrDefault(name => !RoomEntry.Events.Contains(name)) is { } unknown)
            throw RestFailure.Parameter($"Parameter 'ConferenceStatusCallbackEvent' has '{unknown}': {string.Join(", ", RoomEntry.Events)} are allowed.");
        return Callbacks.Of(
            request.Url("ConferenceStatusCallback"), request.Verb("ConferenceStatusCallbackMethod"), events.Length == 0 ? ["start", "end"] : events);
    }

    private static async Task Watch(Exchange exchange, Participant one)
    {
        await one.Leg.Ended.Wait(CancellationToken.None);
        one.Room.Missed(one, exchange.Time.Now);
    }

    [GeneratedRegex("^CF[0-9a-fA-F]{32}$")]
    private static partial Regex ConferenceSid();
}
