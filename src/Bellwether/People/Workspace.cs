using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.People;

/// <summary>An organisation or agency: the wall that nothing crosses.</summary>
[SharedByAll]
public sealed class Workspace : Entity<Workspace>
{
    private Workspace()
    {
    }

    public Workspace(string name)
    {
        Name = Rule.Text(name, "workspaceName", 120);
        WorkspaceKey = Id.Value;
    }

    public string Name { get; private set; } = "";

    public void Rename(string name) => Name = Rule.Text(name, "name", 120);
}

internal sealed class WorkspaceStorage : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> builder)
    {
        builder.ToTable("workspaces");
        builder.Property(row => row.Name).HasMaxLength(120);
    }
}
