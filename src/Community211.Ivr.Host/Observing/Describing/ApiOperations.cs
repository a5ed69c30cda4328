using System.Collections.Frozen;
using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Publishing;
using Community211.Ivr.Host.Staff;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Host.Observing.Describing;

/// <summary>Every endpoint outside <c>/voice</c>. A test fails on one that is missing here, and on one that is here alone.</summary>
internal static class ApiOperations
{
    private const string Stream = "text/event-stream";

    public static readonly FrozenDictionary<string, ApiOperation> All = ((ImmutableArray<ApiOperation>)
    [
        new("GET /health/live", "The process answers."),
        new("GET /health/ready", "Whether callers can be served: store, flow and carrier. 503 when not."),
        new("GET /audio/{revision}/{file}", "A recording of a flow revision.", Media: "audio/wav"),

        new("GET /admin/calls", "The newest calls, newest first.", typeof(CallSummary[])),
        new("GET /admin/calls/carried", "Calls as they can be run through another flow, page by page.", typeof(CarriedPage)),
        new("GET /admin/calls/{sid}", "One call's story, with the reasons of each decision.", typeof(CallStory), Problems: 404),
        new("GET /admin/calls/{sid}/recording", "One call as a recording; callers' numbers become fictional."),
        new("GET /admin/calls/{sid}/decisions", "Numbers of the decisions that offered the call.", typeof(long[]), Problems: 404),
        new("GET /admin/decisions/{id}", "A decision of the matching rule in words, and what it comes to when it is made again.", typeof(DecisionStory), Problems: 404),
        new("GET /admin/floor", "Who may answer and who waits.", typeof(FloorStory)),
        new("GET /admin/live", "The floor in figures, now.", typeof(LiveFigures)),
        new("GET /admin/figures", "The figures of a span of time.", typeof(FigureStory), Problems: 400),
        new("GET /admin/audit", "Who was shown a caller's number and why, newest first."),
        new("POST /admin/forget", "Forgets a number: every call from it loses its private parts.", typeof(ForgottenCalls), typeof(ForgetOrder), Problems: [400, 409]),
        new("GET /admin/flows", "What is live, what was before, and what was refused last.", typeof(FlowsStory)),
        new("GET /admin/flows/{revision}", "The files of a revision.", typeof(KeptRevision), Problems: [400, 404]),
        new("POST /admin/flows", "Publishes a flow.", typeof(Publication), typeof(PublishOrder), Problems: [400, 409, 413, 422]),
        new("POST /admin/flows/back", "Takes a publication back.", typeof(Publication), typeof(BackOrder), Problems: [400, 404, 409, 413, 422]),
        new("GET /admin/openings", "Which calendars staff opened, and what changes next.", typeof(OpeningsStory)),
        new("POST /admin/openings", "Opens a calendar until a time.", typeof(Opening), typeof(OpeningOrder), Problems: [400, 404, 413]),
        new("DELETE /admin/openings", "Closes a calendar.", Problems: [400, 404]),
        new("POST /admin/tokens", "Makes a token for an agent or a supervisor; it is told this once.", typeof(TokenView), typeof(TokenOrder), Problems: [400, 404, 413]),
        new("GET /admin/tokens", "All tokens, without what would let anybody in.", typeof(TokensView)),
        new("DELETE /admin/tokens/{id}", "Revokes a token.", typeof(TokenView), Problems: [404, 409]),

        new("GET /agent/me", "The agent's desk.", typeof(DeskView), Problems: [403, 404]),
        new("GET /agent/events", "The desk whenever it changes, as server-sent events.", Media: Stream),
        new("POST /agent/sign-in", "Signs in.", typeof(DeskView), Problems: [403, 404, 409]),
        new("POST /agent/sign-out", "Signs out.", typeof(DeskView), typeof(DeskOrder), Problems: [400, 403, 404, 409]),
        new("POST /agent/away", "Away, with a reason.", typeof(DeskView), typeof(DeskOrder), Problems: [400, 403, 404, 409]),
        new("POST /agent/available", "Available again.", typeof(DeskView), typeof(DeskOrder), Problems: [400, 403, 404, 409]),
        new("POST /agent/wrap-up/done", "What was to be written down is written.", typeof(DeskView), typeof(DeskOrder), Problems: [400, 403, 404, 409]),
        new("POST /agent/offers/{offer}/accept", "Takes the caller who is offered.", typeof(DeskView), Problems: [403, 404, 409]),
        new("POST /agent/offers/{offer}/decline", "Leaves the caller to others.", typeof(DeskView), Problems: [403, 404, 409]),
        new("POST /agent/calls/{call}/end", "Ends the talk.", typeof(DeskView), Problems: [403, 404, 409]),
        new("POST /agent/calls/{call}/reveal", "Shows the caller's number to the agent on the call; who and why is kept.", Order: typeof(RevealOrder), Problems: [400, 403, 404, 410]),

        new("POST /agent/calls/{call}/transfer", "Passes the caller on to another partner, or calls an agent or a contact in.", typeof(DeskView), typeof(TransferOrder), Problems: [400, 403, 404, 409]),
        new("POST /agent/calls/{call}/hold", "Puts the caller on hold.", typeof(DeskView), Problems: [403, 404, 409]),
        new("POST /agent/calls/{call}/join", "Takes the caller off hold: all in the room hear each other.", typeof(DeskView), Problems: [403, 404, 409]),
        new("POST /agent/calls/{call}/leave", "Leaves the caller to whom was called in.", typeof(DeskView), Problems: [403, 404, 409]),
        new("POST /agent/calls/{call}/drop", "Lets whoever was called in go: the caller is back with the agent.", typeof(DeskView), Problems: [403, 404, 409]),
        new("GET /agent/directory", "To whom a caller can be brought.", typeof(TransferDirectory), Problems: 403),
        new("GET /agent/labels", "What may be noted of a call, in each language.", typeof(NoteLabels), Problems: 403),
        new("POST /agent/help", "Asks the partner's supervisors for help.", Order: typeof(ReasonOrder), Problems: [400, 403, 404]),
        new("POST /agent/calls/{call}/wrap-up", "Notes what the call was about; again takes the place of the first.", Order: typeof(WrapUpOrder), Problems: [400, 403, 404, 409]),
        new("POST /agent/calls/{call}/triage", "Sets how urgent the call at hand is, its language, its region.", Order: typeof(TriageOrder), Problems: [400, 403, 404, 409]),
        new("POST /agent/calls/{call}/escalate", "Says that the caller is in crisis, and tells supervisors.", Order: typeof(ReasonOrder), Problems: [400, 403, 404, 409]),
        new("GET /agent/calls/{call}/contacts", "Ten-digit lines of where the caller says to be, police and ambulance first.", typeof(LinesAtHand), Problems: [403, 404]),
        new("POST /agent/calls/{call}/imminent-risk", "Opens a case of imminent risk.", Order: typeof(ReasonOrder), Problems: [400, 403, 404, 409]),
        new("POST /agent/calls/{call}/imminent-risk/close", "Closes a case as confirmed, not reached or stood down.", Order: typeof(RiskEnd), Problems: [400, 403, 404, 409]),

        new("GET /supervisor/risks", "Cases of imminent risk that are open.", Problems: 403),
        new("POST /supervisor/calls/{call}/imminent-risk", "Opens a case of imminent risk.", Order: typeof(ReasonOrder), Problems: [400, 403, 404, 409]),
        new("POST /supervisor/calls/{call}/imminent-risk/close", "Closes a case as confirmed, not reached or stood down.", Order: typeof(RiskEnd), Problems: [400, 403, 404, 409]),
        new("GET /supervisor/floor", "The own region's people and callers.", typeof(SupervisorFloor), Problems: 403),
        new("GET /supervisor/figures", "The own region and the province in figures, now.", typeof(RegionLive), Problems: 403),
        new("GET /supervisor/alerts", "What the region's supervisors were told.", Problems: 403),
        new("GET /supervisor/events", "Alerts as they come, as server-sent events.", Media: Stream),
        new("POST /supervisor/agents/{agent}/sign-out", "Signs an agent of the region out.", typeof(DeskView), typeof(DeskOrder), Problems: [400, 403, 404, 409]),
        new("POST /supervisor/agents/{agent}/away", "Sets an agent of the region away.", typeof(DeskView), typeof(DeskOrder), Problems: [400, 403, 404, 409]),
        new("POST /supervisor/agents/{agent}/available", "Sets an agent of the region available.", typeof(DeskView), typeof(DeskOrder), Problems: [400, 403, 404, 409]),
        new("POST /supervisor/calls/{call}/reveal", "Shows a caller's number until 72 h after the call; who and why is kept.", Order: typeof(RevealOrder), Problems: [400, 403, 404, 410]),
        new("POST /supervisor/tokens", "Makes a token for an agent of the region; it is told this once.", typeof(TokenView), typeof(TokenOrder), Problems: [400, 403, 404, 413]),
        new("GET /supervisor/tokens", "Tokens of the region's agents.", typeof(TokensView), Problems: 403),
        new("DELETE /supervisor/tokens/{id}", "Revokes a token of an agent of the region.", typeof(TokenView), Problems: [403, 404, 409]),
    ]).ToFrozenDictionary(o => o.Key, StringComparer.Ordinal);
}
