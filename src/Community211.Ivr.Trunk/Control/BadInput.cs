namespace Community211.Ivr.Trunk.Control;

/// <summary>Somebody asked wrongly; the message says what is wrong and what to do.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Made in one way only.")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "Never leaves the trunk.")]
internal sealed class BadInput(string message, int status = 400) : Exception(message)
{
    public int Status => status;
}
