namespace Community211.Ivr.Storage;

/// <summary>The store cannot be opened or cannot write. The message is for an operator: what is wrong and what to do.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
