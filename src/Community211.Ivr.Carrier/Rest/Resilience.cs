using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>Around each request: retries outside, then the circuit breaker, then the time-out of one attempt.</summary>
internal static class Resilience
{
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(5);

    /// <param name="dice">Spread the retries; Polly's own when absent.</param>
    public static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider time, CarrierHealth health, Random? dice)
    {
        pipeline.TimeProvider = time;
        pipeline
            .AddRetry(Retries(dice))
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 8,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = TimeSpan.FromSeconds(5),
                ShouldHandle = args => ValueTask.FromResult(Failed(args.Outcome)),
                OnOpened = _ => Set(health, open: true),
                OnClosed = _ => Set(health, open: false),
            })
            .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = Attempt });
    }

    private static HttpRetryStrategyOptions Retries(Random? dice)
    {
        var retries = new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(250),
            MaxDelay = TimeSpan.FromSeconds(5),
            UseJitter = true,
            // A caller's lane does not stand still for as long as an answer may ask.
            ShouldRetryAfterHeader = false,
            ShouldHandle = args => ValueTask.FromResult(
                args.Outcome.Result?.StatusCode == HttpStatusCode.TooManyRequests
                || (IsGet(args.Context) && Failed(args.Outcome))),
        };
        if (dice is not null)
            retries.Randomizer = dice.NextDouble;
        return retries;
    }

    private static bool IsGet(ResilienceContext context) => context.GetRequestMessage()?.Method == HttpMethod.Get;

    /// <summary>The network failed, or the carrier did; a refusal is an answer.</summary>
    private static bool Failed(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException
        || (int?)outcome.Result?.StatusCode >= 500;

    private static ValueTask Set(CarrierHealth health, bool open)
    {
        health.Set(open);
        return ValueTask.CompletedTask;
    }
}
