using System.Text;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Carrier;
using CsCheck;

namespace Community211.Ivr.Tests.Carrier.Webhooks;

public sealed class WebhookReaderFuzzTests
{
    private static readonly Gen<byte[]> Piece = Gen.OneOf(
        Gen.OneOf(
            "CallSid=" + Known.Caller, "&", "=", "+", "%", "%4", "%00", "%ff", "%F0%9F%93%9E", "é", "To=", "From=anonymous", "Digits=1",
            "CallStatus=completed", "SequenceNumber=99999999999", "ErrorUrl=%2Fvoice%2Fstep%3Fanswer%3D",
            "StatusCallbackEvent=participant-join",
            "ConferenceSid=CF1", "QueueResult=", "&CallSid=" + Known.Leg + "&").Select(Encoding.UTF8.GetBytes),
        Gen.Byte.Array[0, 8]);

    private static readonly Gen<byte[]> Body = Piece.Array[0, 12].Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    private static readonly Gen<string> Query = Gen.OneOf(
        Gen.Const(""),
        Gen.OneOf("?answer=1", "?page=2&call=" + Known.Caller, $"?call={Known.Caller}&offer=o", "?answer=%", "?call=x", "?&&=&epoch=9"),
        Gen.String.Select(text => "?" + text));

    [Fact]
    public void AnyBytes_Sent_AreAWebhookOrRejected() =>
        Gen.Select(Gen.Enum<Route>(), Query, Body, Gen.OneOf("GET", "POST")).Sample((route, query, body, method) =>
        {
            var request = Sent.Post(Urls.PathOf(route) + query, body).Signature("RSOYDt4T1cUTdK1PDd93/VVr8B8=") with { Method = method };
            Assert.False(new SignatureCheck(Known.Options()).Valid(request));
            try
            {
                Assert.Matches("^CA[0-9a-fA-F]{32}$", WebhookReader.Read(route, request).Call);
            }
            catch (WebhookRejected rejected)
            {
                Assert.Equal(400, rejected.Status);
            }
        }, iter: 20_000);
}
