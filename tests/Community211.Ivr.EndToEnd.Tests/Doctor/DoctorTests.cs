using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Doctor;

/// <summary><c>doctor</c> beside the running programs, and after they were killed.</summary>
public sealed class DoctorTests
{

    [Fact]
    public async Task Doctor_BesideARunningServiceAndAfterItWasKilled_FindsNothingWrong()
    {
        await using var service = await ServiceUnderTest.Started();
        await Webhook.Inbound(Webhook.NewSid()).Send(service);
        var running = await service.Command("doctor");
        Assert.True(running.Code == 0, running.ToString());
        Assert.Contains("and is ready, flow revision", running.Output, StringComparison.Ordinal);
        Assert.Contains("1 call, 1 live; whole, and can be written", running.Output, StringComparison.Ordinal);
        Assert.Matches(@"ok   Numbers         all \d+ numbers of places.yaml are the account's", running.Output);
        Assert.Contains("leads to a service like this one", running.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing is wrong.", running.Output, StringComparison.Ordinal);

        await service.Kill();
        var before = Contents(service);
        var killed = await service.Command("doctor");
        Assert.True(killed.Code == 0, killed.ToString());
        Assert.Contains("1 call, 1 live; whole, and can be written", killed.Output, StringComparison.Ordinal);
        Assert.Equal(before, Contents(service));
    }

    [Fact]
    public async Task Doctor_WithAWrongToken_SaysThatTheCarrierRefusesIt()
    {
        await using var service = await ServiceUnderTest.Started();
        var printed = await Command(service, ("Twilio__AuthToken", "00000000000000000000000000000999"), "doctor");
        Assert.Equal(1, printed.Code);
        Assert.Contains("refuses the credentials (20003: Authenticate)", printed.Output, StringComparison.Ordinal);
        Assert.Contains("(****0999) is not its token", printed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("00000999", printed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_OfTheCarrierToAnotherAddress_IsNamedByBothDoctors()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var service = await ServiceUnderTest.Started();
        using var elsewhere = new CapturedWebhook();
        using var api = new HttpClient { BaseAddress = service.TrunkUrl };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Webhook.Account}:{Webhook.SampleToken}")));
        var numbers = await api.GetStringAsync($"/2010-04-01/Accounts/{Webhook.Account}/IncomingPhoneNumbers.json?PhoneNumber=%2B14165550100", stop);
        var sid = numbers.Split("\"sid\":\"")[1].Split('"')[0];
        using var told = new FormUrlEncodedContent([KeyValuePair.Create("VoiceUrl", $"{elsewhere.Origin}/voice/inbound")]);
        (await api.PostAsync($"/2010-04-01/Accounts/{Webhook.Account}/IncomingPhoneNumbers/{sid}.json", told, stop)).EnsureSuccessStatusCode();

        var installation = await service.Command("doctor");
        Assert.Equal(1, installation.Code);
        Assert.Contains($"FAIL Numbers         +14165550100: its voice URL is {elsewhere.Origin}/voice/inbound", installation.Output, StringComparison.Ordinal);

        var captured = elsewhere.Request(stop);
        await service.Trunk.Call("+14165550123", ("to", "+14165550100"));
        var file = Path.Combine(service.Folder, "captured.txt");
        await File.WriteAllBytesAsync(file, await Patience.Of(captured, "The webhook"), stop);
        var wrong = await service.Command("doctor", "signature", "--request", file);
        Assert.Equal(1, wrong.Code);
        Assert.Contains($"The signature is right for {elsewhere.Origin}/voice/inbound: the carrier was told another address.", wrong.Output, StringComparison.Ordinal);
        Assert.Contains($"Set Twilio:PublicBaseUrl to {elsewhere.Origin}, or change", wrong.Output, StringComparison.Ordinal);
        var right = await Command(service, ("Twilio__PublicBaseUrl", elsewhere.Origin), "doctor", "signature", "--request", file);
        Assert.True(right.Code == 0, right.ToString());
        Assert.Contains("The signature is right: this service takes the request.", right.Output, StringComparison.Ordinal);
    }

    private static Task<Printed> Command(ServiceUnderTest service, (string Key, string Value) setting, params string[] arguments) =>
        RunningProgram.Run(arguments, new Dictionary<string, string>(service.Environment) { [setting.Key] = setting.Value });

    /// <summary>The files that keep something; SQLite's shared index is no such file, and the trunk goes on writing its log.</summary>
    private static string[] Contents(ServiceUnderTest service) =>
    [
        .. Directory.EnumerateFiles(service.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal) && !f.EndsWith("trunk.log", StringComparison.Ordinal))
            .Select(f => $"{f} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}"),
    ];
}
