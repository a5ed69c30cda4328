using Community211.Ivr.Calls;
using Community211.Ivr.Host.Observing.Describing;
using Community211.Ivr.Host.Publishing;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Community211.Ivr.Host.Observing;

/// <summary>Registration of what is seen of the service while it runs.</summary>
internal static class ObservingServices
{
    public static IServiceCollection AddObserving(this IServiceCollection services)
    {
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("ivr"))
            // LiveLook keeps many scrapers from the store; the exporter's own cache would answer with the past.
            .WithMetrics(metrics => metrics.AddMeter(FlowMetrics.MeterName).AddPrometheusExporter(prometheus => prometheus.ScrapeResponseCacheDurationMilliseconds = 0));
        services.AddDescription();
        return services
            .AddSingleton<LiveLook>()
            .AddSingleton<CallMetrics>()
            .AddSingleton<ICallWatch>(services => services.GetRequiredService<CallMetrics>())
            .AddSingleton<FloorMetrics>();
    }

    public static void MapObserving(this IEndpointRouteBuilder app)
    {
        app.MapMetrics();
        app.MapLive();
        app.MapDecisions();
        app.MapOpenApi(ApiDescription.Path);
    }
}
