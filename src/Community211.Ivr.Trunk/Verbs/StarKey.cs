using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>hangupOnStar: the caller's * ends the talk. Listens until it is disposed.</summary>
internal sealed class StarKey : IDisposable
{
    private readonly Leg leg;
    private readonly Ear? ear;

    public StarKey(Leg leg, DialOptions options, Action hangup)
    {
        this.leg = leg;
        if (!options.HangupOnStar)
            return;
        ear = new Ear(keys: true, speech: false) { OnKey = key => Pressed(key, hangup) };
        leg.Ear = ear;
        leg.Person.Listening(leg, ear);
    }

    public void Dispose()
    {
        ear?.IsOpen = false;
        if (ear is not null && leg.Ear == ear)
            leg.Ear = null;
    }

    private static void Pressed(char key, Action hangup)
    {
        if (key == '*')
            hangup();
    }
}
