using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Community211.Ivr.Tests.Carrier.Rest;

/// <summary>A small carrier: keeps what it was asked and answers as told, the last answer again and again.</summary>
internal sealed class StubCarrier : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public ConcurrentQueue<Asking> Asked { get; } = new();

    /// <summary>Answers that depend on what is asked; they go before the others. Null: the others.</summary>
    public Func<string, string?>? Lists { get; set; }

    public StubCarrier Answer(int status, string body = "{}") => Then(_ => Task.FromResult(Response(status, body)));

    public StubCarrier Fail() => Then(_ => throw new HttpRequestException("Connection refused."));

    /// <summary>Never answers.</summary>
    /// <param name="hanging">Called once the request is here.</param>
    public StubCarrier Hang(Action hanging) => Then(async stop =>
    {
        hanging();
        await new TaskCompletionSource().Task.WaitAsync(stop);
        throw new InvalidOperationException();
    });

    /// <summary>Sends the head of an answer and then nothing more.</summary>
    /// <param name="hanging">Called once the body is being read.</param>
    public StubCarrier HangInBody(Action hanging) => Then(_ =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SilentStream(hanging)) }));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(CancellationToken.None);
        var asking = new Asking(request.Method.Method, request.RequestUri!.PathAndQuery, form, request.Headers.Authorization?.ToString());
        Asked.Enqueue(asking);
        if (Lists?.Invoke(asking.Path) is { } list)
            return Response(200, list);
        if (_answers.Count > 1 && _answers.TryDequeue(out var next))
            return await next(cancellationToken);
        return _answers.TryPeek(out var last) ? await last(cancellationToken) : Response(404, """{"code":20404,"status":404}""");
    }

    private StubCarrier Then(Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    private static HttpResponseMessage Response(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    internal sealed record Asking(string Method, string Path, string Form, string? Authorization)
    {
        /// <summary>The form's fields, decoded, in order.</summary>
        public IEnumerable<string> Fields => Form.Split('&').Select(pair => Uri.UnescapeDataString(pair.Replace('+', ' ')));
    }

    private sealed class SilentStream(Action hanging) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hanging();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return 0;
        }
    }
}
