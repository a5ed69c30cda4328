using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>POST Calls/{call} with a new document.</summary>
internal static class ResumeCallerPost
{
    public static async Task<CarrierReply> Send(ResumeCaller resume, RestClient rest, Urls urls, CancellationToken stop)
    {
        var answer = await rest.Post(
            $"Calls/{RestClient.Part(resume.Leg ?? resume.Call)}",
            stop,
            ("Url", urls.Of(new Target(Route.Resume, Call: resume.Leg is null ? null : resume.Call))),
            ("Method", "POST"));
        return answer.Reply(resume.Call);
    }
}
