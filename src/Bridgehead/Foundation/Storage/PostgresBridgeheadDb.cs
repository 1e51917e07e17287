using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>The database of an installation with several nodes.</summary>
public sealed class PostgresBridgeheadDb(DbContextOptions<PostgresBridgeheadDb> options) : BridgeheadDb(options);
