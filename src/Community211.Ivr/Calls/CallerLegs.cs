using System.Collections.Immutable;
using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Calls;

/// <summary>A caller who was called back is on another leg than the call's own: what that leg asks must say whose it is.</summary>
internal static class CallerLegs
{
    /// <summary>The directives, with the call in every URL that the caller's leg itself asks for; unchanged while the leg is the call's own.</summary>
    public static ImmutableArray<Directive> Address(CallState state, ImmutableArray<Directive> directives) =>
        state.CallerLeg is null ? directives : [.. directives.Select(d => Address(state.Sid, d))];

    private static Directive Address(string call, Directive directive) => directive switch
    {
        Listen listen => listen with { Then = Of(call, listen.Then) },
        GoTo go => new GoTo(Of(call, go.Target)),
        EnterLine enter => enter with { Wait = Of(call, enter.Wait), Result = Of(call, enter.Result) },
        JoinRoom join => join with { After = Of(call, join.After) },
        DialLine { After: { } after } dial => dial with { After = Of(call, after) },
        _ => directive,
    };

    private static Target Of(string call, Target target) => target with { Call = call };
}
