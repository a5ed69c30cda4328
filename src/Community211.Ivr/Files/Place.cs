namespace Community211.Ivr.Files;

/// <summary>Where something stands in a file; line and column from 1, 0 for the whole file.</summary>
public readonly record struct Place(string File, int Line = 0, int Column = 0);
