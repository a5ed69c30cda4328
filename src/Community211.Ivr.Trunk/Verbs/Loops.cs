namespace Community211.Ivr.Trunk.Verbs;

/// <summary>loop: 1 when absent; 0 means as often as the carrier allows, 1000 times.</summary>
internal static class Loops
{
    private const int Most = 1000;

    public static int Of(VerbElement element, int code) => element.Whole("loop", 1, 0, Most, code) is var loop and > 0 ? loop : Most;
}
