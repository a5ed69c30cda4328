namespace Community211.Ivr.Queues;

/// <summary>A caller being offered to someone who has not accepted yet.</summary>
/// <param name="Id">Random; names the offer in every URL.</param>
/// <param name="To">Agent id, or a contact's name.</param>
/// <param name="Contact">Whether it is a contact's line.</param>
/// <param name="Leg">CallSid of the leg that claimed the offer, once one did.</param>
/// <param name="At">When it was made.</param>
/// <param name="Dialled">CallSid of the leg as the carrier named it when dialling; may be known before or after the claim.</param>
/// <param name="Dials">How often dialling was asked for; more than once only after an unknown outcome.</param>
/// <param name="Accepted">Taken at the desk while the telephone still rang, or nobody can press a key there: the leg goes to the room as soon as it asks.</param>
/// <param name="Consult">An agent who talks with the caller calls this one in; nobody waits in line for it.</param>
public sealed record OpenOffer(
    string Id, string To, bool Contact, string? Leg, DateTimeOffset At, string? Dialled = null, int Dials = 1, bool Accepted = false, bool Consult = false);
