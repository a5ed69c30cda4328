namespace Community211.Ivr.Host.Commands;

#pragma warning disable CA1710 // Read as what it is: a bad argument.
/// <summary>An argument that cannot be understood; the message says what is allowed.</summary>
internal sealed class BadArgument(string message) : Exception(message);
#pragma warning restore CA1710
