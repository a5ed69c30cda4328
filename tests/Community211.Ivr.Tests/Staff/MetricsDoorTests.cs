using System.Net;
using System.Net.Http.Headers;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Tests.Staff;

/// <summary>Who may read <c>/metrics</c>.</summary>
public sealed class MetricsDoorTests
{
    [Fact]
    public async Task Metrics_FromThisMachine_AreServed()
    {
        await using var shift = await Shift.Begun();
        Assert.Equal(HttpStatusCode.OK, await Ask(shift));
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public async Task Metrics_PassedOnByAProxy_NeedTheAdminToken(string header)
    {
        await using var shift = await Shift.Begun();
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(shift, header));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(shift, header, "wrong"));
        Assert.Equal(HttpStatusCode.OK, await Ask(shift, header, (await File.ReadAllTextAsync(AdminToken.PathOf(shift.Service.Settings), TestContext.Current.CancellationToken)).Trim()));
    }

    private static async Task<HttpStatusCode> Ask(Shift shift, string? header = null, string? token = null)
    {
        using var http = new HttpClient { BaseAddress = shift.Service.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "metrics");
        if (header is not null)
            request.Headers.Add(header, "1.1 example");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
