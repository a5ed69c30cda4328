using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Staff;

/// <summary>To whom an agent can bring a caller.</summary>
/// <param name="Regions">Partners by region: the caller is first in line there.</param>
/// <param name="Agents">Agents who are signed in; those who are available can be called in.</param>
/// <param name="Contacts">Ten-digit lines that can be called in.</param>
public sealed record TransferDirectory(ImmutableArray<DirectoryRegion> Regions, ImmutableArray<DirectoryAgent> Agents, ImmutableArray<DirectoryContact> Contacts)
{
    internal static TransferDirectory Of(StoredFloor floor, PlacesModel places) => new(
        [.. places.Regions.Values.OrderBy(region => region.Id, StringComparer.Ordinal).Select(region => new DirectoryRegion(region.Id, region.Names))],
        [
            .. floor.Agents.Select(agent => agent.State).Where(agent => agent.Phase != AgentPhase.Off).OrderBy(agent => agent.Id, StringComparer.Ordinal)
                .Select(agent => new DirectoryAgent(agent.Id, agent.Region, agent.Phase, agent.Languages, agent.CrisisTrained)),
        ],
        [
            .. places.Contacts.Values.OrderBy(contact => contact.Id, StringComparer.Ordinal)
                .Select(contact => new DirectoryContact(contact.Id, contact.Names, contact.Kind, contact.Areas)),
        ]);
}

/// <summary>A partner.</summary>
public sealed record DirectoryRegion(string Id, ImmutableDictionary<string, string> Names);

/// <summary>An agent.</summary>
public sealed record DirectoryAgent(string Id, string Region, AgentPhase State, ImmutableArray<string> Languages, bool Crisis);

/// <summary>A ten-digit line; <paramref name="Areas"/> empty: the whole province.</summary>
public sealed record DirectoryContact(string Id, ImmutableDictionary<string, string> Names, ContactKind Kind, ImmutableArray<string> Areas);
