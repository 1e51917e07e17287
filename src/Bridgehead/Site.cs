using Bridgehead.Features.Access;
using Bridgehead.Features.Admission;
using Bridgehead.Features.Agreements;
using Bridgehead.Features.Assessments;
using Bridgehead.Features.Audit;
using Bridgehead.Features.Cockpit;
using Bridgehead.Features.Demo;
using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Imports;
using Bridgehead.Features.Instructions;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Mail;
using Bridgehead.Features.Manual;
using Bridgehead.Features.OpenData;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects.Stages;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Rates;
using Bridgehead.Features.Reports;
using Bridgehead.Features.Search;
using Bridgehead.Features.Shared;
using Bridgehead.Features.Signals;
using Bridgehead.Features.Targets;
using Bridgehead.Features.Trash;
using Bridgehead.Features.Views;
using Bridgehead.Features.Bulk;
using Bridgehead.Features.Closing;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead;

/// <summary>The web application: database, pages, API, and one line per capability.</summary>
public static class Site
{
    /// <summary>Builds the application from its settings (data, postgres, demo, urls), ready to run.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(Site).Assembly.GetName().Name, ContentRootPath = ContentRoot() });
        builder.Configuration.AddEnvironmentVariables("BRIDGEHEAD_").AddCommandLine(args);
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            // Commands say where it listens; the session keys lie in the database, which the operations manual protects as a whole
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            // a start that failed is told by who started it, in a sentence where it can be
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddBridgehead(Installation.From(builder.Configuration));
        builder.Services.AddPages();
        builder.Services.AddApi();
        MailSettings.Read(builder.Configuration);
        if (builder.Configuration["jobs"] != "off") builder.Services.AddHostedService<LetterClock>();
        if (builder.Configuration["jobs"] != "off") builder.Services.AddHostedService<WorkOnBulk>().AddHostedService<ScoreDaily>().AddHostedService<Bridgehead.Features.Reports.Schedules.ScheduleClock>();
        // run from the build folder, before publishing, the page assets are still where they are written
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, "bridgehead.staticwebassets.runtime.json"))) builder.WebHost.UseStaticWebAssets();
        var app = builder.Build();
        _ = StorageSetup.ThinkAhead(app.Services);
        app.UseTrustedProxies(app.Configuration);
        app.UseSecurityHeaders();
        app.UseApiFailures();
        app.UseProblemPages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<UndoUnfinished>();
        app.UseMiddleware<FillAsker>();
        app.Use(ForgedRequests.RefuseForeign);
        app.UseLanguage();
        app.UseAuthorization();
        app.UseOwnPasswordFirst();
        app.UseMiddleware<FollowMerged>();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        SharedModule.MapNowhere(app);
        ProjectsModule.MapFiles(app);
        BulkModule.MapFiles(app);
        ProgressModule.MapFiles(app);
        EnterprisesModule.MapFiles(app);
        AgreementsModule.MapFiles(app);
        AuditModule.MapFiles(app);
        AttachmentsApi.MapFiles(app);
        FundsModule.MapFiles(app);
        AssessmentsModule.MapFiles(app);
        ReportsModule.MapFiles(app);
        OpenDataModule.MapFiles(app);
        MapCapabilities(app.MapApi());
        return app;
    }

    /// <summary>Registers everything but the web doors: the command line, jobs and tests start from here as well.</summary>
    public static IServiceCollection AddBridgehead(this IServiceCollection services, Installation installation) => services
        .AddSingleton(TimeProvider.System)
        .AddStorage(installation)
        .AddWords()
        .AddScoped<UnitOfWork>().AddScoped<Idempotency>().AddScoped<ForgedRequests>()
        .AddChecks()
        .AddAttachments()
        .AddAccess()
        .AddOrganisations()
        .AddLedger()
        .AddTargets()
        .AddAssessments()
        .AddImports()
        .AddEnterprises()
        .AddProjects()
        .AddDuplicates()
        .AddFunds()
        .AddProgress()
        .AddAgreements()
        .AddClosing()
        .AddRates()
        .AddAdmission()
        .AddReports()
        .AddOpenData()
        .AddInstructions()
        .AddCockpit()
        .AddSignals()
        .AddSearch()
        .AddTrash()
        .AddViews()
        .AddBulk()
        .AddAudit()
        .AddManual()
        .AddMail()
        .AddShared()
        .AddDemo();

    private static void MapCapabilities(RouteGroupBuilder api)
    {
        api.MapOrganisations();
        api.MapEnterprises();
        api.MapProjects();
        api.MapDuplicates();
        api.MapProgress();
        api.MapAgreements();
        api.MapAdmission();
        api.MapAttachments();
        api.MapFunds();
        api.MapReports();
        api.MapOpenData();
        api.MapInstructions();
        api.MapCockpit();
        api.MapSignals();
        api.MapLedger();
        api.MapClosing();
        api.MapRates();
        api.MapTargets();
        api.MapAssessments();
        api.MapImports();
        api.MapSearch();
        api.MapTrash();
        api.MapViews();
        api.MapBulk();
        api.MapAudit();
    }

    private static void AddPages(this IServiceCollection services) => services
        .AddRazorPages(options =>
        {
            options.RootDirectory = "/Features";
            options.Conventions.AddPageRoute("/Ledger/Open", "/figures/{indicator}");
            EnterprisesModule.Routes(options.Conventions);
            ProjectsModule.Routes(options.Conventions);
        })
        .AddMvcOptions(options =>
        {
            options.Filters.AddService<ForgedRequests>();
            options.Filters.Add<PageDoor>();
            options.Filters.Add(new ResponseCacheAttribute { NoStore = true, Location = ResponseCacheLocation.None });
        });

    /// <summary>The folder of the pages' files: beside the program once published, the project folder while developing.</summary>
    private static string ContentRoot() =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : Directory.GetCurrentDirectory();
}
