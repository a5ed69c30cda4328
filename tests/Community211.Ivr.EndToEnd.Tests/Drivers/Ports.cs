using System.Net;
using System.Net.Sockets;

namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>Ports that nobody uses; never the same twice in one run.</summary>
internal static class Ports
{
    private static readonly HashSet<int> Given = [];

    public static int Free()
    {
        lock (Given)
        {
            while (true)
            {
                using var socket = new TcpListener(IPAddress.Loopback, 0);
                socket.Start();
                var port = ((IPEndPoint)socket.LocalEndpoint).Port;
                if (Given.Add(port))
                    return port;
            }
        }
    }
}
