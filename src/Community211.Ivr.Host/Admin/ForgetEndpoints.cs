using Community211.Ivr.Calls;
using Community211.Ivr.Places;

namespace Community211.Ivr.Host.Admin;

/// <summary><c>POST /admin/forget</c>: a number is forgotten. In the body, since addresses are logged.</summary>
internal static class ForgetEndpoints
{
    public static void MapForgetting(this IEndpointRouteBuilder app) => app.MapGuarded().MapPost("/forget", Forget);

    private static async Task<IResult> Forget(HttpContext http, Forgetting forgetting, CancellationToken stop)
    {
        var (order, refused) = await JsonBody.Read<ForgetOrder>(http);
        if (order is null || (refused = JsonBody.Signed(order.Who, null)) is not null)
            return refused!;
        if (CallerNumber.Read(order.Number) is not { } number)
            return JsonBody.Problem(400, "'number' is no ten-digit number. Write it as +14165550123 or (416) 555-0123.");
        var (calls, whyNot) = await forgetting.Forget(number, order.Who!, stop);
        return whyNot is null ? Results.Json(new ForgottenCalls(calls), CallJson.Options) : JsonBody.Problem(409, whyNot);
    }
}

/// <summary>An order to forget a number.</summary>
/// <param name="Number">E.164 or as it is dialled.</param>
/// <param name="Who">Who gives the order, at most 100 characters.</param>
public sealed record ForgetOrder(string? Number, string? Who);

/// <summary>What was forgotten.</summary>
/// <param name="Calls">How many calls lost their numbers, keys and words.</param>
public sealed record ForgottenCalls(int Calls);
