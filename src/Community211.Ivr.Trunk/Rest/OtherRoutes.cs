using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Whatever nothing else answers: a method that a resource does not have, or a resource that is not simulated.</summary>
internal static partial class OtherRoutes
{
    public static void Map(IEndpointRouteBuilder routes, RestApi api) =>
        routes.Map(RestApi.Root + "/{**rest}", api.On(Refuse));

    public static bool IsSimulated(string path) => Simulated().IsMatch(path);

    public static RestAnswer Refuse(RestRequest request)
    {
        if (IsSimulated(request.Path))
            throw new RestFailure(405, 20004, $"Method not allowed: {request.Method} {request.Path}");
        request.Warn($"not simulated: {request.Method} {request.Path}.");
        throw RestFailure.NotFound(request.Path);
    }

    [GeneratedRegex(@"^/2010-04-01/Accounts/[^/]+(/((Calls|Conferences|Queues|Messages|IncomingPhoneNumbers|Recordings)(/[^/]+)?|Queues/[^/]+/Members(/[^/]+)?|Conferences/[^/]+/Participants(/[^/]+)?|Calls/[^/]+/Recordings(/[^/]+)?))?\.json$")]
    private static partial Regex Simulated();
}
