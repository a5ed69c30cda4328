using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier.Rest;
using Community211.Ivr.Places;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Community211.Ivr.Carrier;

/// <summary>
/// The carrier over its REST API. Reading is repeated after network errors, time-outs and 5xx; what changes something is not, and
/// comes back as unknown; 429 was never processed and is repeated always.
/// </summary>
/// <param name="http">With base address, credentials and resilience, as <see cref="CarrierRegistration.AddCarrier"/> makes it.</param>
public sealed class TwilioCarrier(HttpClient http, IOptions<TwilioOptions> options, Urls urls, ILogger<TwilioCarrier> log) : ICarrier
{
    private readonly RestClient _rest = new(http, options.Value.AccountSid);

    /// <inheritdoc />
    public async Task<CarrierReply> Send(CarrierRequest request, CancellationToken stop)
    {
        var reply = await (request switch
        {
            DialAgent dial => DialAgentPost.Send(dial, _rest, urls, stop),
            FindLeg find => FindLegGet.Send(find, _rest, stop),
            Dequeue dequeue => DequeuePost.Send(dequeue, _rest, urls, stop),
            HangUpLeg hangUp => HangUpLegPost.Send(hangUp, _rest, stop),
            ResumeCaller resume => ResumeCallerPost.Send(resume, _rest, urls, stop),
            RecallLeg recall => RecallLegPost.Send(recall, _rest, urls, stop),
            HoldCaller hold => ParticipantPost.Send(hold, _rest, urls, stop),
            SetExit exit => ParticipantPost.Send(exit, _rest, stop),
            LookUpCall look => LookUpCallGet.Send(look, _rest, stop),
            LookUpRoom look => LookUpRoomGet.Send(look, _rest, stop),
            _ => throw new ArgumentException($"No request of the carrier's: {request.GetType().Name}.", nameof(request)),
        });
        Tell(request, reply);
        return reply;
    }

    /// <inheritdoc />
    public Task<bool> Prepare(IReadOnlyCollection<string> queues, CancellationToken stop) => QueuesPost.Send(queues, _rest, stop);

    /// <inheritdoc />
    public async Task<CarrierView?> View(CancellationToken stop)
    {
        var view = await ViewGet.Send(_rest, stop);
        if (view is null)
            log.NoView();
        return view;
    }

    private void Tell(CarrierRequest request, CarrierReply reply)
    {
        var what = request.GetType().Name;
        var number = request switch
        {
            DialAgent dial => CallerNumber.Mask(dial.Number),
            FindLeg find => CallerNumber.Mask(find.Number),
            _ => "-",
        };
        if (reply.Outcome == CarrierOutcome.Done)
            log.Done(what, request.Call, number);
        else if (reply.Outcome == CarrierOutcome.Refused)
            log.Refused(what, request.Call, number, reply.Code);
        else
            log.Unknown(what, request.Call, number, reply.Code);
    }
}
