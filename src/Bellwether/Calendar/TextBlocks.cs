using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>A text block as it is shown.</summary>
/// <param name="Handles">For a mention, the handle by network.</param>
public sealed record TextBlockView(Id<TextBlock> Id, TextBlockKind Kind, string Name, string Text, IReadOnlyDictionary<string, string> Handles, int Version) : IVersioned
{
    internal static TextBlockView Of(TextBlock block) => new(block.Id, block.Kind, block.Name, block.Text, block.Handles, block.Version);
}

/// <summary>A brand's text blocks by name: snippets, groups of hashtags, signatures, mentions.</summary>
[Needs(Permission.Read)]
public sealed record TextBlockList(Id<Brand> Brand) : IQuery<IReadOnlyList<TextBlockView>>
{
    internal sealed class Handler(Db db) : IHandle<TextBlockList, IReadOnlyList<TextBlockView>>
    {
        public async Task<IReadOnlyList<TextBlockView>> HandleAsync(TextBlockList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            return [.. (await db.Set<TextBlock>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).OrderBy(row => row.Name).Take(500).ToListAsync(cancel)).Select(TextBlockView.Of)];
        }
    }
}

/// <summary>Adds a text block. A name that is there already is 409; one that was archived comes back with these words.</summary>
/// <param name="Text">The words; for a mention what stands where a network has no handle for it.</param>
/// <param name="Handles">For a mention, the handle by network, such as “bluesky”.</param>
[Needs(Permission.WritePosts)]
public sealed record AddTextBlock(Id<Brand> Brand, TextBlockKind Kind, string Name, string? Text = null, IReadOnlyDictionary<string, string>? Handles = null) : ICommand<TextBlockView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<AddTextBlock, TextBlockView>
    {
        public async Task<TextBlockView> HandleAsync(AddTextBlock request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var name = request.Name.Trim();
            var block = await db.Set<TextBlock>().FirstOrDefaultAsync(row => row.Brand == brand.Id && row.Name == name, cancel);
            if (block is { ArchivedAt: null } || (block is not null && block.Kind != request.Kind))
            {
                throw Rule.Conflict("already-there", $"There is a text block “{name}” already. Change it, or choose another name.", "name");
            }

            if (block is null)
            {
                db.Add(block = new TextBlock(brand.Id, request.Kind, name));
            }

            block.Become(name, request.Text, request.Handles);
            block.Restore();
            journal.Say($"added the text block “{block.Name}”", brand.Id.Value, null, block.Id);
            return TextBlockView.Of(block);
        }
    }
}

/// <summary>Changes a text block. Posts that took its words keep them; a mention is looked up anew when a post is scheduled.</summary>
[Needs(Permission.WritePosts)]
public sealed record ChangeTextBlock(Id<TextBlock> Block, string Name, string? Text = null, IReadOnlyDictionary<string, string>? Handles = null, int? IfVersion = null) : ICommand<TextBlockView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<ChangeTextBlock, TextBlockView>
    {
        public async Task<TextBlockView> HandleAsync(ChangeTextBlock request, CancellationToken cancel)
        {
            var block = await db.FindAsync(request.Block, "text block", cancel);
            block.Expect(request.IfVersion);
            block.Become(request.Name, request.Text, request.Handles);
            journal.Say($"changed the text block “{block.Name}”", block.Brand.Value, null, block.Id);
            return TextBlockView.Of(block);
        }
    }
}

/// <summary>Takes a text block away; adding it again is the undo.</summary>
[Needs(Permission.WritePosts)]
public sealed record ArchiveTextBlock(Id<TextBlock> Block) : ICommand<TextBlockView>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<ArchiveTextBlock, TextBlockView>
    {
        public async Task<TextBlockView> HandleAsync(ArchiveTextBlock request, CancellationToken cancel)
        {
            var block = await db.FindAsync(request.Block, "text block", cancel);
            block.Archive(clock.Now());
            journal.Say($"took the text block “{block.Name}” away", block.Brand.Value, null, block.Id);
            return TextBlockView.Of(block);
        }
    }
}
