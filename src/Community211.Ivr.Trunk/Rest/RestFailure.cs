namespace Community211.Ivr.Trunk.Rest;

/// <summary>An error answer of the REST API: the carrier's code, and the HTTP status it comes with.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Made in one way only.")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "Never leaves the trunk.")]
internal sealed class RestFailure(int status, int code, string message) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    public static RestFailure NotFound(string path) => new(404, 20404, $"The requested resource {path} was not found");

    public static RestFailure Parameter(string message) => new(400, 20001, message);
}
