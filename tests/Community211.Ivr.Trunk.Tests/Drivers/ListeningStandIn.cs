using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>The stand-in service behind a loopback socket.</summary>
public sealed class ListeningStandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpMessageInvoker standIn;

    private ListeningStandIn(TimeProvider clock)
    {
        Web = new StandIn(clock);
        standIn = new HttpMessageInvoker(Web);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(1));
        app = builder.Build();
        app.Run(Answer);
    }

    public StandIn Web { get; }

    public string Url => app.Urls.First();

    public static async Task<ListeningStandIn> Start(TimeProvider clock)
    {
        var listening = new ListeningStandIn(clock);
        await listening.app.StartAsync(TestContext.Current.CancellationToken);
        return listening;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        standIn.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        var request = context.Request;
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), $"http://{request.Host}{request.Path}{request.QueryString}");
        using var body = new StreamReader(request.Body);
        message.Content = new StringContent(await body.ReadToEndAsync(context.RequestAborted));
        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value.ToString());
        using var answer = await standIn.SendAsync(message, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (context.Response.StatusCode != StatusCodes.Status204NoContent)
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
