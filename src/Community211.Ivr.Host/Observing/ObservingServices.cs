namespace Community211.Ivr.Host.Observing;

/// <summary>Registration of what is seen of the service while it runs.</summary>
internal static class ObservingServices
{
    public static IServiceCollection AddObserving(this IServiceCollection services) => services
        .AddSingleton<LiveLook>();

    public static void MapObserving(this IEndpointRouteBuilder app) => app.MapLive();
}
