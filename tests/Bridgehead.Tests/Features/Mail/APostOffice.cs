using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Bridgehead.Tests.Features.Mail;

/// <summary>A mail server of another maker than the client, on the loopback: keeps what it takes, and refuses when told to.</summary>
internal sealed class APostOffice : IDisposable
{
    private readonly CancellationTokenSource stop = new();

    public APostOffice()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }
        var services = new ServiceProvider();
        services.Add(new Boxes(this));
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(new EndpointDefinitionBuilder().Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).Build()).Build();
        _ = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    public int Port { get; }

    public ConcurrentQueue<MimeMessage> Taken { get; } = [];

    public bool IsFull { get; set; }

    public void Dispose()
    {
        if (!stop.IsCancellationRequested) stop.Cancel();
    }

    // the server disposes of its store after every session, where it can
    private sealed class Boxes(APostOffice office) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (office.IsFull) return new SmtpResponse(SmtpReplyCode.InsufficientStorage, "mailbox full");
            using var stream = new MemoryStream(buffer.ToArray());
            office.Taken.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpResponse.Ok;
        }
    }
}
