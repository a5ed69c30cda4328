namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>The model found that a rule does not hold.</summary>
internal sealed class ModelException(string message) : Exception(message);
