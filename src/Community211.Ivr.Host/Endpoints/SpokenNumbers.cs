using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>
/// Puts the digits of the caller's own number into what they are told, as the last thing before it is sent: neither the call's state nor
/// the answer that is kept with its facts holds them.
/// </summary>
internal sealed class SpokenNumbers(IStore store)
{
    /// <summary>The document with its digits; where the number is gone they are left out.</summary>
    /// <param name="call">CallSid of the caller.</param>
    /// <param name="document">TwiML.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<string> Fill(string call, string document, CancellationToken stop)
    {
        var parts = document.Split(CallbackStep.Digit);
        if (parts.Length == 1)
            return document;
        var digits = (await CalledNumber.Of(store, call, stop) ?? "").TrimStart('+');
        var own = digits.Length > 0 ? digits[1..] : "";
        return string.Concat(parts.Select((part, i) => i == 0 || own.Length == 0 ? part : own[(i - 1) % own.Length] + part));
    }
}
