using System.Security.Cryptography;
using System.Text;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Measures.Sheets;
using Bellwether.Metrics.Sheets;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Measures;

/// <summary>How a brand's files with certain columns were mapped the last time.</summary>
public sealed class RememberedMapping : Entity<RememberedMapping>
{
    private RememberedMapping()
    {
    }

    internal RememberedMapping(Id<Brand> brand, string signature, ImportMapping mapping) =>
        (Brand, Signature, Mapping) = (brand, signature, mapping);

    public Id<Brand> Brand { get; private set; }

    /// <summary>A hash of the titles and column names of all tables of the file.</summary>
    public string Signature { get; private set; } = "";

    public ImportMapping Mapping { get; private set; } = new("", [], []);

    /// <summary>The days of one file are not those of the next, so the first day is not remembered.</summary>
    internal void Learn(ImportMapping mapping) => Mapping = mapping with { Start = null };

    /// <summary>The signature of a file's tables; what stands in their rows does not matter.</summary>
    internal static string SignatureOf(FoundTables tables)
    {
        var text = string.Join('\n', tables.Tables.Select(table => HeaderText.Key(table.Title) + "\t" + string.Join('\t', table.Columns.Select(HeaderText.Key))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

internal sealed class RememberedMappingStorage : IEntityTypeConfiguration<RememberedMapping>
{
    public void Configure(EntityTypeBuilder<RememberedMapping> builder)
    {
        builder.ToTable("remembered_mappings");
        builder.Property(row => row.Signature).HasMaxLength(64);
        builder.Property(row => row.Mapping).AsJson();
        builder.HasIndex(row => new { row.Brand, row.Signature }).IsUnique();
    }
}
