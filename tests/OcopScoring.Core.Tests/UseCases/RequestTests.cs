using MediatR;
using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Core.Tests.Setting;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Tests.UseCases;

public sealed class RequestTests
{
    static IEnumerable<Type> Requests => typeof(ITransactional).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)));

    [TestCaseSource(nameof(Requests))]
    public async Task Every_request_has_one_handler_and_one_authoriser(Type request)
    {
        var response = request.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        await using var site = await TestSite.OpenAsync();
        await using var scope = site.Scopes.CreateAsyncScope();

        Assert.That(scope.ServiceProvider.GetServices(typeof(IRequestHandler<,>).MakeGenericType(request, response)).Count(), Is.EqualTo(1));
        Assert.That(scope.ServiceProvider.GetServices(typeof(IAuthorizer<>).MakeGenericType(request)).Count(), Is.EqualTo(1));
    }
}
