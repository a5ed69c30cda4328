namespace Community211.Ivr.Host.Configuration;

/// <summary>The configuration cannot be used; the message names every key, its value and what is allowed.</summary>
#pragma warning disable CA1710 // read as what it is: a problem of the configuration
public sealed class ConfigurationProblem(string message) : Exception(message);
