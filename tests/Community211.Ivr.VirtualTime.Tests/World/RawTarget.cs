using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace Community211.Ivr.VirtualTime.Tests.World;

/// <summary>A server in process leaves out the target as it was sent, which signatures cover.</summary>
internal sealed class RawTarget : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = http.Request.GetEncodedPathAndQuery();
            return rest(http);
        });
        next(app);
    };
}
