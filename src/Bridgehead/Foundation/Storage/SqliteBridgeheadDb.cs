using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>The embedded database: one file, write-ahead log, full synchronisation.</summary>
public sealed class SqliteBridgeheadDb(DbContextOptions<SqliteBridgeheadDb> options) : BridgeheadDb(options);
