using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.Localities;
using OcopScoring.Core.Notices;
using OcopScoring.Core.Recognition;
using OcopScoring.Core.Scoring;
using OcopScoring.Core.UseCases;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Core;

/// <summary>Connects Core. Whoever hosts it adds an <see cref="ICertificateDocuments"/> and, on a serving node, the <see cref="Pump"/>.</summary>
public static class CoreServices
{
    public static IServiceCollection AddOcopCore(this IServiceCollection services, CoreOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContext<OcopDb>(db => OcopDbOptions.Configure(db, options.ConnectionString));
        services.AddSingleton(new PublicAddress(options.PublicBaseUrl));
        services.AddSingleton<IFileStore>(new FolderFileStore(Path.Combine(options.DataFolder, "files")));
        services.AddSingleton<RegimeLibrary>();
        services.AddScoped<Now>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<WorkflowHost>();
        services.AddScoped<BookmarkTables>();
        services.AddScoped<HostActivities>();
        services.AddScoped<Completeness>();
        services.AddScoped<Recognising>();
        services.AddScoped<NoticeQueue>();
        services.AddScoped<NoticeDelivery>();
        services.AddScoped<CertificateRendering>();
        services.AddScoped<OutboxDelivery>();
        services.AddScoped<RoundOpening>();
        services.AddScoped<RoundClosing>();
        services.AddScoped<SubmissionRules>();
        services.AddScoped<Geography>();
        services.AddScoped<EvidenceIntake>();
        return services.AddUseCases();
    }

    static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => type => provider.GetService(type)!);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan => scan.FromAssemblyOf<OcopDb>()
            .AddClasses(c => c.AssignableToAny(typeof(IRequestHandler<,>), typeof(IAuthorizer<>), typeof(IValidator<>)), publicOnly: false)
            .AsImplementedInterfaces().WithScopedLifetime());
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorisationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
        return services;
    }
}

/// <param name="DataFolder">Where files are kept.</param>
/// <param name="PublicBaseUrl">Printed in the QR of certificates: https://ocop.example.vn.</param>
public sealed record CoreOptions(string ConnectionString, string DataFolder, string PublicBaseUrl);
