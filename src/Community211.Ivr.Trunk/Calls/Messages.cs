using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>All text messages: on their way, and where they went. A number that fails when dialled does not get its messages either.</summary>
internal sealed class Messages(Exchange exchange)
{
    private const int Unreachable = 30003;
    private static readonly TimeSpan ToSend = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ToDeliver = TimeSpan.FromSeconds(2);
    private readonly List<TextMessage> all = [];

    public IReadOnlyList<TextMessage> All => all;

    public TextMessage? Find(string sid) => all.Find(message => message.Sid == sid);

    public void Delete(TextMessage message) => all.Remove(message);

    /// <param name="message">Queued, or scheduled.</param>
    /// <param name="at">When a scheduled one is sent.</param>
    public void Send(TextMessage message, DateTimeOffset? at)
    {
        all.Add(message);
        if (at is not null)
            message.Status = "scheduled";
        Tell(message);
        _ = Carry(message, at, exchange.Settings);
    }

    /// <summary>Each change of status is told, and reported where that was asked for.</summary>
    public Task Change(TextMessage message, string status, TrunkSettings settings)
    {
        message.Status = status;
        message.Updated = exchange.Time.Now;
        Tell(message);
        return Report(message, settings);
    }

    private async Task Carry(TextMessage message, DateTimeOffset? at, TrunkSettings settings)
    {
        if (at is { } moment)
        {
            if (moment > exchange.Time.Now)
                await exchange.Time.Delay(moment - exchange.Time.Now);
            if (message.Status == "canceled")
                return;
            message.Status = "queued";
        }
        await Report(message, settings);
        await exchange.Time.Delay(ToSend);
        if (message.Status == "canceled")
            return;
        message.Sent = exchange.Time.Now;
        await Change(message, "sent", settings);
        await exchange.Time.Delay(ToDeliver);
        var fails = exchange.People.Changed.TryGetValue(message.To, out var person) && person.Answer == "failed";
        message.ErrorCode = fails ? Unreachable : null;
        await Change(message, fails ? "undelivered" : "delivered", settings);
    }

    private async Task Report(TextMessage message, TrunkSettings settings)
    {
        if (message.StatusCallback is not { } url)
            return;
        var form = new Form
        {
            { "AccountSid", settings.AccountSid },
            { "ApiVersion", "2010-04-01" },
            { "From", message.From },
            { "MessageSid", message.Sid },
            { "MessageStatus", message.Status },
            { "SmsSid", message.Sid },
            { "SmsStatus", message.Status },
            { "To", message.To },
        };
        if (message.MessagingServiceSid is { } service)
            form.Add("MessagingServiceSid", service);
        if (message.ErrorCode is { } code)
            form.Add("ErrorCode", code.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await exchange.Hooks.Report("POST", url, form, settings.AuthToken, exchange.Log);
    }

    private void Tell(TextMessage message) => exchange.Log.Tell(
        null,
        exchange.Time.Now,
        "sms",
        ("sid", message.Sid),
        ("from", message.From ?? message.MessagingServiceSid),
        ("to", message.To),
        ("status", message.Status),
        ("body", message.Body),
        ("media", message.Media.Count == 0 ? null : new JsonArray([.. message.Media.Select(url => (JsonNode)url)])));
}
