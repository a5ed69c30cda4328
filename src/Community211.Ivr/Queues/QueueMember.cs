namespace Community211.Ivr.Queues;

/// <summary>One of those who may answer a line.</summary>
/// <param name="Who">Region id, the province's id, or a contact's name.</param>
/// <param name="From">From how long after arrival, 0 or more.</param>
/// <param name="Contact">Whether it is a contact (a ten-digit number of <c>contacts.yaml</c>) and no partner's agents.</param>
public sealed record QueueMember(string Who, TimeSpan From, bool Contact);
