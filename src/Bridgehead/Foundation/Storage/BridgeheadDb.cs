using Bridgehead.Features.Access;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>
/// The one model, on SQLite or PostgreSQL. A save opens the unit of work's transaction and leaves it open: the door
/// (page, API, command line) commits it together with the audit entry and the idempotency record, or nothing happened.
/// </summary>
public abstract class BridgeheadDb(DbContextOptions options)
    : IdentityUserContext<AppUser, Guid>(options), IDataProtectionKeyContext
{
    private readonly List<FieldChange> changes = [];
    private SemaphoreSlim? turn;

    /// <inheritdoc />
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>What has been changed since the transaction began, field by field, for the audit entry.</summary>
    internal IReadOnlyList<FieldChange> Changes => changes;

    /// <summary>True on PostgreSQL, false on the embedded SQLite.</summary>
    public bool IsPostgres => Database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal);

    /// <summary>Adds a change that did not pass through the tracker (a bulk write, a conditional update).</summary>
    public void Note(FieldChange change) => changes.Add(change);

    /// <summary>Opens the transaction of this unit of work if it is not open yet. On SQLite it takes the write lock at once.</summary>
    public async Task BeginWrite(CancellationToken cancel = default)
    {
        if (Database.CurrentTransaction is not null) return;
        if (!IsPostgres) turn ??= await WriteTurns.Take(Database.GetConnectionString()!, cancel);
        await Database.BeginTransactionAsync(cancel);
    }

    /// <summary>Whether the embedded database is being written to by somebody in this process: what can wait is better left for later.</summary>
    internal bool IsBeingWritten => !IsPostgres && WriteTurns.IsTaken(Database.GetConnectionString()!);

    /// <summary>Lets the next one write; the transaction is over.</summary>
    internal void EndTurn() => Interlocked.Exchange(ref turn, null)?.Release();

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        EndTurn();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        EndTurn();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        if (!ChangeTracker.HasChanges()) return 0;
        await BeginWrite(cancellationToken);
        ChangeTracker.AdvanceVersions();
        var seen = ChangeTracker.FieldChanges();
        var searched = ChangeTracker.SearchableChanges();
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        changes.AddRange(seen);
        await SearchIndex.Refresh(this, searched, cancellationToken);
        return rows;
    }

    /// <summary>Only the key ring, which data protection keeps in a context of its own, is saved synchronously and at once.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(entry => entry.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Saving is asynchronous here: call SaveChangesAsync.");

    /// <summary>Forgets what was noted; the transaction it belonged to is over.</summary>
    internal void ForgetChanges() => changes.Clear();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(BridgeheadDb).Assembly);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.StoreValueTypes();
}
