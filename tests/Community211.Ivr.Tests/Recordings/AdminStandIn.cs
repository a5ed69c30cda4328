using System.Text.Json.Nodes;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Tests.Recordings;

/// <summary>The admin API of a service that keeps one call, on a free port, with a configuration that leads commands to it.</summary>
internal sealed class AdminStandIn : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ivr-admin-").FullName;
    private readonly WebApplication _app;

    private AdminStandIn(KeptCall call)
    {
        Call = call;
        WriteConfiguration("http://127.0.0.1:1");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IStore>(call.Store).AddSingleton<IFlowSets>(call.Flows).AddSingleton(call.Maker)
            .AddSingleton(AdminToken.ReadOrMake(ConfigurationFile.Read(Configuration).Settings));
        _app = builder.Build();
        _app.MapAdmin();
    }

    public KeptCall Call { get; }

    public string Configuration => Path.Combine(_folder, "appsettings.json");

    public string TokenFile => Path.Combine(_folder, "admin.token");

    public static async Task<AdminStandIn> Start(int webhooks)
    {
        var service = new AdminStandIn(await KeptCall.Of(Shipped.Read("french.json"), webhooks));
        await service._app.StartAsync(TestContext.Current.CancellationToken);
        service.WriteConfiguration(service._app.Urls.Single());
        return service;
    }

    public string PathOf(string file) => Path.Combine(_folder, file);

    public Task<(int Code, string Said, string Errors)> Type(params string[] words) => Typed.Run([.. words, "--config", Configuration]);

    /// <summary>The service goes; nobody listens at its address any more.</summary>
    public Task Stop() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Call.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void WriteConfiguration(string listen) => File.WriteAllText(Configuration, new JsonObject
    {
        ["Service"] = new JsonObject { ["Listen"] = listen },
        ["Storage"] = new JsonObject { ["Path"] = "ivr.db" },
        ["Twilio"] = new JsonObject { ["AccountSid"] = "AC00000000000000000000000000000211", ["AuthToken"] = "00000000000000000000000000000211" },
    }.ToJsonString());
}
