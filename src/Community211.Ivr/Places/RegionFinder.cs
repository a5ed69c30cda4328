namespace Community211.Ivr.Places;

/// <summary>Where a call comes from, best signal first: the number dialled, the caller's exchange.</summary>
public static class RegionFinder
{
    /// <summary>The region that the dialled number says; null for a provincial number or one that is not ours.</summary>
    public static Region? ByDialled(PlacesModel places, string? dialled, DateOnly day)
    {
        var owner = dialled is null ? null : places.Regions.Values.FirstOrDefault(r => r.Dialled.Contains(dialled));
        return owner is null ? null : places.InForce(owner.Id, day);
    }

    /// <summary>The region of the caller's exchange, a guess; null where the numbering plan names no town that we know.</summary>
    public static Region? ByCaller(PlacesModel places, string? town, DateOnly day) =>
        town is not null && places.Towns.TryGetValue(town, out var found) ? places.InForce(found.Region, day) : null;
}
