using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Community211.Ivr.Trunk;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Control;
using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.People;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Benchmarks;

/// <summary>
/// Many calls at once on the trunk alone: each is answered with a prompt, put into line and hears a wait page; then all hang up.
/// A time to the line and memory a call that do not grow with the number of calls say that it carries thousands.
/// </summary>
internal static class TrunkLoad
{
    private const string Config = """
        { "accountSid": "AC00000000000000000000000000000211", "authToken": "12345",
          "numbers": [{ "number": "+14165550100", "voiceUrl": "http://service.test/inbound", "statusCallback": "http://service.test/status" }] }
        """;

    public static async Task Run()
    {
        await Play(200);
        Console.WriteLine("   calls at once   calls/s into line   kB a call   calls/s hung up");
        foreach (var calls in new[] { 500, 2000, 8000 })
        {
            var (inLine, memory, over) = await Play(calls);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls,16:N0}{calls / inLine.TotalSeconds,20:N0}{memory / 1024.0 / calls,12:N1}{calls / over.TotalSeconds,18:N0}"));
        }
    }

    private static async Task<(TimeSpan InLine, long Memory, TimeSpan Over)> Play(int calls)
    {
#pragma warning disable RS0030 // How fast it is on the clock of this machine is the question.
        var clock = TimeProvider.System;
#pragma warning restore RS0030
        var service = new Service(calls);
        await using var app = TrunkApp.Build(new TrunkOptions(), clock, service, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        await app.StartAsync();
        var exchange = app.Services.GetRequiredService<Exchange>();
        exchange.Configure(ConfigReader.Read(Config, "."));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        await exchange.Time.Run(() => Place(exchange, calls));
        await service.AllInLine;
        var inLine = watch.Elapsed;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        watch.Restart();
        await exchange.Time.Run(() => HangUp(exchange));
        await service.AllOver;
        return (inLine, memory, watch.Elapsed);
    }

    private static bool Place(Exchange exchange, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            var from = string.Create(CultureInfo.InvariantCulture, $"+1416555{i % 10_000:0000}");
            exchange.Dialler.Place(new CallOrder(from, "+14165550100", exchange.Settings.Numbers[0], new ScriptedCaller([], new Habits()), Fast: true, CallFaults.None));
        }
        return true;
    }

    private static bool HangUp(Exchange exchange)
    {
        foreach (var leg in exchange.Legs)
            leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Caller));
        return true;
    }

    /// <summary>Answers at once, and counts who is in line and who is gone.</summary>
    private sealed class Service(int calls) : HttpMessageHandler
    {
        private readonly TaskCompletionSource inLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int asked;
        private int waiting;
        private int gone;

        public Task AllInLine => inLine.Task;

        public Task AllOver => over.Task;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // A queue takes a thousand.
            var queue = Interlocked.Increment(ref asked) % 16;
            var twiml = request.RequestUri!.AbsolutePath switch
            {
                "/inbound" => $"<Gather numDigits=\"1\" timeout=\"4\"><Say>Welcome to 2-1-1.</Say></Gather><Enqueue waitUrl=\"/wait\">help{queue}</Enqueue>",
                "/wait" => "<Say>You are in line.</Say><Pause length=\"3600\"/>",
                _ => "",
            };
            if (request.RequestUri.AbsolutePath == "/wait" && Interlocked.Increment(ref waiting) == calls)
                inLine.TrySetResult();
            if (request.RequestUri.AbsolutePath == "/status" && Interlocked.Increment(ref gone) == calls)
                over.TrySetResult();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($"<Response>{twiml}</Response>", Encoding.UTF8, "text/xml") });
        }
    }
}
