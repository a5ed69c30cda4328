using System.Globalization;
using Community211.Ivr.Carrier;
using Community211.Ivr.Carrier.Probing;

namespace Community211.Ivr.Host.Doctor;

/// <summary>Whether the carrier takes our credentials, whether the clocks agree, and whether our numbers' calls come to us.</summary>
internal sealed class CarrierCheck : IInstallationCheck
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(60);

    public string Subject => "Carrier";

    public IReadOnlyList<string> Keys => ["Carrier:Mode", "Twilio:AccountSid", "Twilio:AuthToken", "Twilio:SecondaryAuthToken", "Twilio:ApiBaseUrl", "Twilio:PublicBaseUrl"];

    public async Task<IReadOnlyList<Diagnosis>> Look(Installation installation, CancellationToken stop)
    {
        var (settings, twilio) = (installation.Settings, installation.Settings.Twilio);
        using var probe = new AccountProbe(twilio, installation.Clock);
        var account = await probe.Account(stop);
        if (settings.Mode == CarrierMode.Simulated && account.Trouble is not null && !installation.Service.Runs)
            return [Diagnosis.Ok(Subject, $"simulated, and not running: it starts with the service, at {settings.Trunk.Listen.ToString().TrimEnd('/')}")];
        var found = new List<Diagnosis> { Credentials(account, settings.Mode, twilio) };
        if (account.Ahead is { } ahead && ahead.Duration() > MostSkew)
            found.Add(Skewed(ahead));
        if (account.Shown)
            found.AddRange(NumbersLook.At(installation, await probe.Numbers(stop)));
        return found;
    }

    private Diagnosis Credentials(AccountCondition account, CarrierMode mode, TwilioOptions twilio)
    {
        var who = $"{(mode == CarrierMode.Simulated ? "the simulated trunk" : "Twilio")} at {twilio.ApiBaseUrl}";
        return account switch
        {
            { Trouble: { } trouble } => Diagnosis.Fail(Subject, $"{who}: {trouble.Said}", trouble.Do),
            { Status: 200, Account: "active" } => account.Trial
                ? Diagnosis.Warn(Subject, $"{who} takes the credentials of {twilio.AccountSid}, a trial account", "A trial account calls verified numbers only: upgrade it before agents are to be reached.")
                : Diagnosis.Ok(Subject, $"{who} takes the credentials of {twilio.AccountSid}"),
            { Shown: true } => Diagnosis.Fail(Subject, $"{who}: the account {twilio.AccountSid} is {account.Account}", "Write to the carrier's support; no call comes through until it is active."),
            { Status: 401 } => Unauthorised(account, who, twilio),
            { Status: 404 } => Diagnosis.Fail(Subject, $"{who} does not know the account {twilio.AccountSid}{Error(account)}", "Copy Twilio:AccountSid from the console: the account that owns the numbers, in the region of Twilio:ApiBaseUrl."),
            { Status: 429 or >= 500 } => Diagnosis.Warn(Subject, $"{who} answered {account.Status}{Error(account)}", "Look again later, and at status.twilio.com."),
            _ => Diagnosis.Fail(Subject, $"{who} answered {account.Status} and showed no account{Error(account)}", "Look at Twilio:ApiBaseUrl: it is https://api.twilio.com unless a region is named."),
        };
    }

    private Diagnosis Unauthorised(AccountCondition account, string who, TwilioOptions twilio)
    {
        var said = $"{who} refuses the credentials{Error(account)}";
        return account.SecondaryWorks
            ? Diagnosis.Fail(Subject, $"{said}. Twilio:SecondaryAuthToken is taken, Twilio:AuthToken ({Masked.Token(twilio.AuthToken)}) is not", "The rotation is over: put the secondary token into Twilio:AuthToken and empty the secondary.")
            : twilio.AuthToken == TwilioOptions.SampleToken
            ? Diagnosis.Fail(Subject, $"{said}. Twilio:AuthToken is the sample of {Configuration.ConfigurationFile.Name}", "Put the account's own token into Twilio:AuthToken, and see that Twilio:AccountSid is no sample either.")
            : Diagnosis.Fail(
                Subject,
                $"{said}. Twilio:AccountSid {twilio.AccountSid} is well-formed, so most likely Twilio:AuthToken ({Masked.Token(twilio.AuthToken)}) is not its token: rotated, of a subaccount, or of test credentials",
                "Compare both with the console, account and token side by side; a subaccount has a token of its own.");
    }

    private static Diagnosis Skewed(TimeSpan ahead) => Diagnosis.Warn(
        "Clock",
        string.Create(CultureInfo.InvariantCulture, $"this machine's clock is {ahead.Duration().TotalSeconds:0} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} the carrier's"),
        "Let it follow the time (chrony, systemd-timesyncd): calendars open and close by it, and certificates are judged by it.");

    private static string Error(AccountCondition account) => account.Error is { } error ? $" ({error})" : "";
}
