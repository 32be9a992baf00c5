using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Inbox;

/// <summary>Adds an answer to insert into replies. {{name}}, {{brand}} and {{me}} are filled in for each case; other variables are left to whoever answers.</summary>
[Needs(Permission.Reply)]
public sealed record AddCannedAnswer(Id<Brand> Brand, string Title, [property: MaxLength(5000)] string Text) : ICommand<CannedAnswerView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<AddCannedAnswer, CannedAnswerView>
    {
        public async Task<CannedAnswerView> HandleAsync(AddCannedAnswer request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var answer = new CannedAnswer(brand.Id, null, request.Title, request.Text);
            db.Add(answer);
            journal.Say($"added the answer “{answer.Title}”", brand.Id.Value, subject: answer.Id);
            return CannedAnswerView.Of(answer);
        }
    }
}
