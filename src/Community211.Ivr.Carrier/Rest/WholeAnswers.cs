namespace Community211.Ivr.Carrier.Rest;

/// <summary>Reads answers to their end inside the attempt, so that its time-out covers the body as well.</summary>
internal sealed class WholeAnswers : DelegatingHandler
{
    /// <summary>Larger than a page of a thousand calls, in bytes.</summary>
    private const long Most = 16 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(Most, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
