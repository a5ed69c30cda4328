using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>The parameters that every webhook about a call carries; unknown ones are sent as empty strings, never left out.</summary>
internal static class CallParameters
{
    public static Form Of(Leg leg)
    {
        var form = new Form
        {
            { "AccountSid", leg.Account },
            { "ApiVersion", "2010-04-01" },
            { "CallSid", leg.Sid },
            { "CallStatus", leg.Status.Wire() },
            { "Called", leg.To },
            { "Caller", leg.From },
            { "Direction", leg.Direction.Wire() },
            { "From", leg.From },
            { "To", leg.To },
        };
        AddPlace(form, "Called", leg.ToPlace);
        AddPlace(form, "Caller", leg.FromPlace);
        AddPlace(form, "From", leg.FromPlace);
        AddPlace(form, "To", leg.ToPlace);
        if (leg.ParentSid is { } parent)
            form.Add("ParentCallSid", parent);
        return leg.Details.Count == 0 ? form : form.With(leg.Details);
    }

    private static void AddPlace(Form form, string who, Geography place)
    {
        form.Add(who + "City", place.City);
        form.Add(who + "State", place.State);
        form.Add(who + "Zip", place.Zip);
        form.Add(who + "Country", place.Country);
    }
}
