using Community211.Ivr.Host.Commands;
using Community211.Ivr.Tests.Recordings;

namespace Community211.Ivr.Tests.Host;

/// <summary>Commands typed with a slip: told in a sentence, without a service.</summary>
public sealed class TypingTests
{
    private static readonly string Flows = Path.Combine(Repository.Root, "ivr-flows");

    public static TheoryData<string, string[]> Slips => new()
    {
        { "REV is empty. ", ["publish", ""] },
        { "--folder is empty. ", ["publish", "--folder", ""] },
        { "OLD is empty. ", ["diff", "", Flows] },
        { "NEW is empty. ", ["diff", "live", " "] },
        { "CALLS is empty. ", ["diff", Flows, Flows, ""] },
        { "CALL is empty. ", ["show", ""] },
        { "--save is empty. ", ["show", "last", "--save", ""] },
        { "FOLDER is empty. ", ["check", ""] },
        { "CALLS is empty. ", ["replay", ""] },
        { "FILE is empty. ", ["import", "", "--save", "recordings"] },
        { "CALENDAR is empty. ", ["surge", "open", ""] },
        { "CALENDAR is empty. ", ["surge", "close", ""] },
        { "--from is empty. ", ["call", "--from", ""] },
        { "--config is empty. ", ["surge", "close", "storm", "--config", ""] },
        { "There is no option --grap here.", ["check", "--grap"] },
        { "There is no option --jsn here.", ["diff", "--jsn", Flows] },
        { "There is no option --lst here.", ["publish", "--lst"] },
        { "'.' is no call. ", ["show", "."] },
        { "'.' is no revision. ", ["publish", "."] },
        { "'ivr-flows' is no revision. ", ["publish", "ivr-flows"] },
        { "--folder belongs to publishing a folder", ["publish", "abc", "--folder", Flows] },
        { "--list publishes nothing", ["publish", "--list", "--note", "x"] },
        { "--list publishes nothing", ["publish", "abc", "--list"] },
        { "--from 'abc' is no caller. Allowed: ", ["call", "--from", "abc"] },
        { "--from '911' is no caller. Allowed: ", ["call", "--from", "911"] },
        { "--from '911' is no caller. Allowed: ", ["call", "--from", "911", "--dry-run"] },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public async Task Command_TypedWithASlip_SaysWhatIsAllowed(string sentence, string[] words)
    {
        var (code, said, errors) = await Typed.Run(words);
        Assert.Equal((CommandLine.AskedWrongly, ""), (code, said));
        Assert.StartsWith(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_WithEmptyWords_IsNoSlip() =>
        Assert.Equal((CommandLine.Yes, ""), await Typed.Run("call", "--dry-run", "--from", "Restricted", "--press", "") is var (code, _, errors) ? (code, errors) : default);
}
