using Community211.Ivr.Trunk.Control;

namespace Community211.Ivr.Trunk.Phone;

/// <summary>The page at /, and its files under /phone: embedded, so that the trunk stays one file to start.</summary>
internal static class PhonePage
{
    // Nothing from elsewhere; recordings that a document plays may come from services on this machine.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "media-src http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", static (HttpContext context) => File(context, "index.html"));
        routes.MapGet("/phone/{name}", File);
    }

    private static IResult File(HttpContext context, string name)
    {
        var stream = Types.TryGetValue(Path.GetExtension(name), out var type) ? typeof(PhonePage).Assembly.GetManifestResourceStream("phone/" + name) : null;
        if (stream is null)
            throw new BadInput($"There is no /phone/{name}: the phone is at /.", 404);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Results.Stream(stream, type);
    }
}
