using System.Collections.Concurrent;
using System.Net;
using Bridgehead.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bridgehead.Tests.Features.Shared;

[Trait("needs", "database")]
public sealed class AFailureOfOurs(AFailureOfOurs.BrokenApp app) : IClassFixture<AFailureOfOurs.BrokenApp>
{
    [Fact]
    public async Task Is_told_with_a_number_under_which_the_log_holds_the_details_and_nothing_of_the_inside()
    {
        var shown = await (await app.SignedInAs("clerk")).Open("/style");
        Assert.Equal(HttpStatusCode.InternalServerError, shown.Status);
        Assert.Equal("系统出错", shown.Of("h1"));
        Assert.DoesNotContain("broken inside", shown.Html, StringComparison.Ordinal);
        var reference = shown.Of(".reference");
        Assert.NotEqual("", reference);
        Assert.Contains(app.Log, line => line.Contains(reference, StringComparison.Ordinal) && line.Contains("/style", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaves_the_other_pages_alone() =>
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAs("clerk")).Open("/projects")).Status);

    /// <summary>The application with one page that breaks, in production, where no details are shown.</summary>
    public sealed class BrokenApp : TestApp
    {
        public ConcurrentQueue<string> Log { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Production");
            builder.ConfigureServices(services => services.PostConfigure<MvcOptions>(options => options.Filters.Add(new Breaks())));
            builder.ConfigureLogging(logging => logging.AddProvider(new Kept(Log)));
        }
    }

    private sealed class Breaks : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Path == "/style") throw new InvalidOperationException("broken inside");
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }

    private sealed class Kept(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));
    }
}
