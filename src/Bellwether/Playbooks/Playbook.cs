using System.Text;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Playbooks;

/// <summary>The playbook of a plan, generated from the plan as it stands now.</summary>
[Needs(Permission.Read)]
public sealed record Playbook(Id<Plan> Plan) : IQuery<PlaybookDocument>
{
    internal sealed class Handler(Db db, PlaybookAuthor author) : IHandle<Playbook, PlaybookDocument>
    {
        public async Task<PlaybookDocument> HandleAsync(Playbook request, CancellationToken cancel) =>
            await author.WriteAsync(await db.FindAsync(request.Plan, "plan", cancel), cancel);
    }
}

/// <summary>The playbook of a plan as a Markdown file.</summary>
[Needs(Permission.Read)]
public sealed record PlaybookFile(Id<Plan> Plan) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, PlaybookAuthor author) : IHandle<PlaybookFile, FileResult>
    {
        public async Task<FileResult> HandleAsync(PlaybookFile request, CancellationToken cancel)
        {
            var playbook = await author.WriteAsync(await db.FindAsync(request.Plan, "plan", cancel), cancel);
            return new FileResult("playbook.md", "text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(PlaybookMarkdown.Write(playbook)));
        }
    }
}
