using Community211.Ivr.Calls;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Community211.Ivr.Host.Publishing;

/// <summary>Registration of publishing, and of the figures about it.</summary>
internal static class PublishingServices
{
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("ivr")).WithMetrics(metrics => metrics.AddMeter(FlowMetrics.MeterName).AddPrometheusExporter());
        return services
            .AddSingleton<FlowGate>()
            .AddSingleton<FlowStart>()
            .AddSingleton<FlowSwitch>()
            .AddSingleton<IFlowFollower, FloorFollower>()
            .AddSingleton<IFlowFollower, FallbackFiles>()
            .AddSingleton<OpenCalendars>()
            .AddSingleton<IConditions>(services => services.GetRequiredService<OpenCalendars>())
            .AddSingleton<FlowMetrics>()
            .AddSingleton<Publisher>();
    }

    /// <summary><c>/metrics</c> in Prometheus' format.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder app) => app.MapPrometheusScrapingEndpoint("/metrics");
}
