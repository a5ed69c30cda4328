namespace Community211.Ivr.Host.Staff;

/// <summary>Registration of what agents and supervisors do over HTTP.</summary>
internal static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services) => services
        .AddSingleton<StaffTokens>()
        .AddSingleton<Roster>()
        .AddSingleton<TokenDesk>()
        .AddSingleton<CallerNumbers>()
        .AddSingleton<Desks>()
        .AddSingleton<ServerSent>()
        .AddSingleton<DeskEvents>()
        .AddSingleton<AlertEvents>()
        .AddSingleton<SupervisorReach>()
        .AddSingleton<RevealDesk>()
        .AddSingleton<NoteDesk>()
        .AddSingleton<RiskDesk>()
        .AddHostedService<OpenRisksAtStart>();

    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        app.MapTokens();
        app.MapAgents();
        app.MapTransfers();
        app.MapSupervisors();
        app.MapCallNotes();
    }
}
