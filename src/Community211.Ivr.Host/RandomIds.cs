using System.Security.Cryptography;
using Community211.Ivr.Calls;

namespace Community211.Ivr.Host;

/// <summary>Names that nobody can guess.</summary>
internal sealed class RandomIds : IIds
{
    public string Next(IdKind kind) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
