using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Measures;

/// <summary>What numbers of a brand can be about: the brand, its accounts, and what has numbers already.</summary>
[Needs(Permission.Read)]
public sealed record SubjectList(Id<Brand> Brand) : IQuery<IReadOnlyList<MeasureSubject>>
{
    internal sealed class Handler(Db db, MeasureSubjects subjects) : IHandle<SubjectList, IReadOnlyList<MeasureSubject>>
    {
        public async Task<IReadOnlyList<MeasureSubject>> HandleAsync(SubjectList request, CancellationToken cancel) =>
            await subjects.AllAsync(await db.FindAsync(request.Brand, "brand", cancel), cancel);
    }
}
