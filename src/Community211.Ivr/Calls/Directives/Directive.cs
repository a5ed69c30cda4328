using System.Text.Json.Serialization;

namespace Community211.Ivr.Calls.Directives;

/// <summary>
/// What a live leg is told to do next, free of the carrier's words. A reply is a list of directives and is never empty:
/// an empty document hangs up on a caller.
/// </summary>
[JsonDerivedType(typeof(Speak), "speak")]
[JsonDerivedType(typeof(Silence), "silence")]
[JsonDerivedType(typeof(Listen), "listen")]
[JsonDerivedType(typeof(GoTo), "go-to")]
[JsonDerivedType(typeof(EnterLine), "enter-line")]
[JsonDerivedType(typeof(LeaveLine), "leave-line")]
[JsonDerivedType(typeof(JoinRoom), "join-room")]
[JsonDerivedType(typeof(DialLine), "dial-line")]
[JsonDerivedType(typeof(HangUp), "hang-up")]
[JsonDerivedType(typeof(Nothing), "nothing")]
public abstract record Directive;
