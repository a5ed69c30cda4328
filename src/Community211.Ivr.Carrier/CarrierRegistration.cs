using System.Net.Http.Headers;
using System.Text;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier.Rest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Community211.Ivr.Carrier;

/// <summary>Registers the carrier.</summary>
public static class CarrierRegistration
{
    /// <summary>
    /// Adds <see cref="ICarrier"/>, <see cref="ICarrierHealth"/>, <see cref="Urls"/> and <see cref="SignatureCheck"/>, and binds
    /// <see cref="CarrierOptions"/> and <see cref="TwilioOptions"/> to their sections. <see cref="TimeProvider"/> must be registered;
    /// a registered <see cref="Random"/> spreads the retries, where runs have to be alike;
    /// the options' findings (<see cref="TwilioOptionsCheck"/>) are for the host to act on before anything is resolved.
    /// </summary>
    /// <returns>The HTTP client's builder, to put another handler beneath it.</returns>
    public static IHttpClientBuilder AddCarrier(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<CarrierOptions>(configuration.GetSection(CarrierOptions.Section));
        services.Configure<TwilioOptions>(configuration.GetSection(TwilioOptions.Section));
        services.AddSingleton(provider => new Urls(Options(provider).PublicBaseUrl));
        services.AddSingleton(provider => new SignatureCheck(Options(provider)));
        services.AddSingleton<CarrierHealth>();
        services.AddSingleton<ICarrierHealth>(provider => provider.GetRequiredService<CarrierHealth>());

        var client = services.AddHttpClient<ICarrier, TwilioCarrier>((provider, http) => Prepare(http, Options(provider)));
        client.RemoveAllLoggers();
        // Workers keep their client: the connections are renewed, not the handlers.
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.UseSocketsHttpHandler((handler, _) =>
        {
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
            handler.ConnectTimeout = TimeSpan.FromSeconds(3);
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
        });
        client.AddResilienceHandler("carrier", (pipeline, context) => Resilience.Build(
            pipeline,
            context.ServiceProvider.GetRequiredService<TimeProvider>(),
            context.ServiceProvider.GetRequiredService<CarrierHealth>(),
            context.ServiceProvider.GetService<Random>()));
        client.AddHttpMessageHandler(() => new WholeAnswers());
        return client;
    }

    private static void Prepare(HttpClient http, TwilioOptions options)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}"));
        http.BaseAddress = new Uri(options.ApiBaseUrl, UriKind.Absolute);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        // Attempts have their own time-out; the sum of them is bounded by the retries.
        http.Timeout = Timeout.InfiniteTimeSpan;
    }

    private static TwilioOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<TwilioOptions>>().Value;
}
