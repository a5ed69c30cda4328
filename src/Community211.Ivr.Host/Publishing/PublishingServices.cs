using Community211.Ivr.Calls;

namespace Community211.Ivr.Host.Publishing;

/// <summary>Registration of publishing.</summary>
internal static class PublishingServices
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
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
