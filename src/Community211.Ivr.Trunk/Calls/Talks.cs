namespace Community211.Ivr.Trunk.Calls;

/// <summary>Two legs hear each other.</summary>
internal static class Talks
{
    public static void Begin(Leg leg, Leg other)
    {
        if (!leg.TalkedWith.Add(other.Sid))
            return;
        var number = other.Direction == LegDirection.Inbound ? other.From : other.To;
        leg.Story.Tell("talking", ("with", number), ("leg", other.Sid));
        leg.Person.Talking(leg);
    }
}
