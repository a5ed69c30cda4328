using Community211.Ivr.Host.Recordings;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Recordings;

public sealed class ReplayTests
{
    public static TheoryData<string> All => [.. Shipped.Names];

    /// <summary>"Ship at least twelve."</summary>
    [Fact]
    public void Shipped_TheNamedOnes_AreThere()
    {
        string[] named =
        [
            "english", "french", "silent", "anonymous", "toll-free", "postal-code", "postal-code-ambiguous", "wrong-keys", "hang-up-in-line",
            "hang-up-at-welcome", "duplicate-delivery", "late-status-callback", "agent-no-answer", "agent-leg-drops", "crisis", "other-language",
            "need-by-speech",
        ];
        Assert.Empty(named.Select(n => $"{n}.json").Except(Shipped.Names));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Replay_ShippedRecording_GivesWhatWasRecorded(string name) =>
        Assert.Empty(await Shipped.Replay(Shipped.Read(name), Shipped.Flows));

    [Fact]
    public async Task Replay_TwiceAndInParallel_IsTheSame()
    {
        var (recording, changed) = (Shipped.Read("agent-leg-drops.json"), Shipped.Changed(("places.yaml", "+15195550171", "+15195550179")));
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Shipped.Replay(recording, changed)));
        Assert.NotEmpty(results[0]);
        Assert.All(results, r => Assert.Equal(results[0], r));
    }

    [Fact]
    public async Task Replay_TwoAgentsNumbersSwapped_FindsTheWrongDialThoughTwimlIsTheSame()
    {
        var swapped = Shipped.Changed(
            ("places.yaml", "+12895550171", "+12895550000"), ("places.yaml", "+12895550172", "+12895550171"), ("places.yaml", "+12895550000", "+12895550172"));
        var differences = await Shipped.Replay(Shipped.Read("english.json"), swapped);
        var difference = Assert.Single(differences);
        Assert.StartsWith("request to the carrier 1 differs", difference, StringComparison.Ordinal);
        Assert.Matches(@"recorded: dial \+12895550171 .*\n +now: +dial \+12895550172 ", difference);
    }

    [Fact]
    public async Task Replay_ChangedPrompt_NamesTheWebhookAndTheLine()
    {
        var changed = Shipped.Changed(("ontario.yaml", "2-1-1. Stay on the line for a person.", "2-1-1. Please hold."));
        var differences = await Shipped.Replay(Shipped.Read("hang-up-at-welcome.json"), changed);
        var difference = Assert.Single(differences);
        Assert.StartsWith("webhook 1 (POST /voice/inbound, at 0.0 s): the answer differs at its line 3", difference, StringComparison.Ordinal);
        Assert.Contains("recorded: <Say", difference, StringComparison.Ordinal);
        Assert.Contains("Stay on the line for a person.", difference, StringComparison.Ordinal);
        Assert.Contains("Please hold.", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_AreaMovedToAnotherRegion_FindsTheMoveAndTheVerdict()
    {
        var moved = Shipped.Changed(("fsa.csv", "\nM5E,toronto,", "\nM5E,north,"));
        var differences = await Shipped.Replay(Shipped.Read("postal-code.json"), moved);
        Assert.Contains(differences, d => d.StartsWith("move ", StringComparison.Ordinal) && d.Contains("line north", StringComparison.Ordinal));
        Assert.Contains(differences, d => d.StartsWith("the verdict differs", StringComparison.Ordinal) && d.Contains("\"region\":\"north\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_AgentBusyWithOthersAtTheStart_IsNotRung()
    {
        var recording = Shipped.Read("english.json");
        var rung = recording.Verdict.AnsweredBy;
        var busy = recording with
        {
            Floor = [.. recording.Floor.Select(a => a.State.Id == rung ? a with { State = a.State with { Phase = AgentPhase.Talking } } : a)],
        };
        var differences = await Shipped.Replay(busy, Shipped.Flows);
        Assert.Contains("now:      dial +12895550172", differences.First(d => d.StartsWith("request to the carrier 1", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_AgentTakenByOthersBeforeTheOffer_IsNotRung()
    {
        var recording = Shipped.Read("english.json");
        var first = recording.Floor.First(a => a.State.Id == recording.Verdict.AnsweredBy);
        var taken = new RecordedAgent(recording.Webhooks[1].At - TimeSpan.FromTicks(1), first.State with { Phase = AgentPhase.Offered, Version = first.State.Version + 1 });
        var differences = await Shipped.Replay(recording with { Floor = recording.Floor.Add(taken) }, Shipped.Flows);
        Assert.Contains("now:      dial +12895550172", differences.First(d => d.StartsWith("request to the carrier 1", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_FloorNotRecorded_SeatsTheAgentsOfTheFiles()
    {
        var differences = await Shipped.Replay(Shipped.Read("agent-no-answer.json") with { Floor = [] }, Shipped.Flows);
        Assert.Empty(differences);
    }

    [Fact]
    public async Task Replay_RequestNotMadeAnyMore_SaysSo()
    {
        var recording = Shipped.Read("crisis.json");
        var more = recording with { Outside = recording.Outside.Add(recording.Outside[0]) };
        var difference = Assert.Single(await Shipped.Replay(more, Shipped.Flows));
        Assert.Matches(@"^request to the carrier [0-9]+ differs\n +recorded: dial .*\n +now: +\(none\)$", difference);
    }

    [Fact]
    public async Task Replay_NoWebhook_SaysSo() =>
        Assert.Equal(["The recording holds no webhook."], await Shipped.Replay(Shipped.Read("english.json") with { Webhooks = [] }, Shipped.Flows));

    [Fact]
    public async Task Replay_WebhookIsNoneOfOurs_SaysSo()
    {
        var recording = Shipped.Read("hang-up-at-welcome.json");
        var other = recording with { Webhooks = [recording.Webhooks[0] with { Url = "/sms/inbound" }, .. recording.Webhooks.Skip(1)] };
        Assert.Contains("The URL is none of this service.", (await Shipped.Replay(other, Shipped.Flows))[0], StringComparison.Ordinal);
    }
}
