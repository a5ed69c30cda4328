using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Tests.Carrier.Verbs;

// "Conference muted beep startConferenceOnEnter endConferenceOnExit waitUrl ... statusCallback(+Event start end join leave ...; taken from
// the first participant; +Method)". "Name must hold no PII."
public sealed class JoinRoomVerbTests
{
    [Fact]
    public void Room_WithEvents_TellsThemToUs() =>
        Twiml.Same(
            """
            <Dial action="https://ivr.example.org/voice/resume?epoch=2" method="POST">
              <Conference beep="false" startConferenceOnEnter="true" endConferenceOnExit="true" waitUrl=""
                statusCallback="https://ivr.example.org/voice/conference?call=CA1&amp;epoch=2" statusCallbackMethod="POST"
                statusCallbackEvent="start end join leave">v-x-2</Conference>
            </Dial>
            """,
            new JoinRoom("v-x-2", true, new Target(Route.Conference, Call: "CA1", Epoch: 2), new Target(Route.Resume, Epoch: 2)));

    [Fact]
    public void Room_OfAFurtherLeg_NamesNoEvents() =>
        Twiml.Same(
            """
            <Dial action="https://ivr.example.org/voice/resume?epoch=2" method="POST">
              <Conference beep="false" startConferenceOnEnter="true" endConferenceOnExit="false" waitUrl="">v-x-2</Conference>
            </Dial>
            """,
            new JoinRoom("v-x-2", false, null, new Target(Route.Resume, Epoch: 2)));
}
