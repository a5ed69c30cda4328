namespace Community211.Ivr.Calls.Directives;

/// <summary>Joins caller and agent in a room.</summary>
/// <param name="Room">Random name of the room, new for each epoch; nothing personal.</param>
/// <param name="EndsOnExit">Whether the room ends for all when this leg leaves.</param>
/// <param name="Events">Where the room's events go, or null when another leg's directive named it.</param>
/// <param name="After">Asked when the room is over for this leg and the leg is still there.</param>
public sealed record JoinRoom(string Room, bool EndsOnExit, Target? Events, Target After) : Directive;
