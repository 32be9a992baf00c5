using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Puts a post template into the archive; the posts it made stay, restoring is the undo.</summary>
[Needs(Permission.WritePosts)]
public sealed record ArchivePostTemplate(Id<PostTemplate> Template) : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<ArchivePostTemplate, Done>
    {
        public async Task<Done> HandleAsync(ArchivePostTemplate request, CancellationToken cancel)
        {
            var template = await db.FindAsync(request.Template, "template", cancel);
            template.Archive(clock.Now());
            journal.Say($"archived the post template “{template.Name}”", template.Brand.Value, template.Plan?.Value, template.Id);
            return Done.It;
        }
    }
}

/// <summary>Takes a post template out of the archive.</summary>
[Needs(Permission.WritePosts)]
public sealed record RestorePostTemplate(Id<PostTemplate> Template) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RestorePostTemplate, Done>
    {
        public async Task<Done> HandleAsync(RestorePostTemplate request, CancellationToken cancel)
        {
            var template = await db.FindAsync(request.Template, "template", cancel);
            template.Restore();
            journal.Say($"restored the post template “{template.Name}”", template.Brand.Value, template.Plan?.Value, template.Id);
            return Done.It;
        }
    }
}
