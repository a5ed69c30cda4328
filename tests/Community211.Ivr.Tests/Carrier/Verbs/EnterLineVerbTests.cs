using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Tests.Carrier.Verbs;

// "Enqueue (text = queue name, created on demand) action, method, waitUrl, waitUrlMethod ... waitUrlMethod POST if waitUrl given."
public sealed class EnterLineVerbTests
{
    [Fact]
    public void Line_WithPagesAndResult_IsEntered() =>
        Twiml.Same(
            """
            <Enqueue waitUrl="https://ivr.example.org/voice/wait?page=4" waitUrlMethod="POST"
              action="https://ivr.example.org/voice/queue-result?answer=4" method="POST">toronto</Enqueue>
            """,
            new EnterLine("toronto", new Target(Route.Wait, Page: 4), new Target(Route.QueueResult, Answer: 4)));
}
