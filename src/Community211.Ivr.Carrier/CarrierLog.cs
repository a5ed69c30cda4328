using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Carrier;

/// <summary>What is logged of the carrier; numbers are masked, and its own messages left out, since they quote numbers.</summary>
internal static partial class CarrierLog
{
    [LoggerMessage(1, LogLevel.Debug, "Carrier: {Request} for {Call} (number {Number}) done.")]
    public static partial void Done(this ILogger log, string request, string call, string number);

    [LoggerMessage(2, LogLevel.Information, "Carrier: {Request} for {Call} (number {Number}) refused with {Code}.")]
    public static partial void Refused(this ILogger log, string request, string call, string number, string? code);

    [LoggerMessage(3, LogLevel.Warning, "Carrier: {Request} for {Call} (number {Number}): outcome not known, status {Code}.")]
    public static partial void Unknown(this ILogger log, string request, string call, string number, string? code);

    [LoggerMessage(4, LogLevel.Warning, "Carrier: what it knows of live calls could not be read.")]
    public static partial void NoView(this ILogger log);

    [LoggerMessage(5, LogLevel.Warning, "Carrier: too many failures; not asked for a while.")]
    public static partial void Opened(this ILogger log);

    [LoggerMessage(6, LogLevel.Information, "Carrier: answers again.")]
    public static partial void Closed(this ILogger log);
}
