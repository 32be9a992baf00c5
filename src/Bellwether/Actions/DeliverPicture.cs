using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;

namespace Bellwether.Actions;

/// <summary>What became of a delivered picture.</summary>
/// <param name="Warning">What is wrong with its size; null when it fits. A warning never blocks.</param>
public sealed record Delivery(WorkView Step, string? Warning);

/// <summary>Delivers the picture of a step: compares its pixels with what the place asks for, warns, and ticks the step off.</summary>
[Needs(Permission.TakePart)]
public sealed record DeliverPicture(string Node, [property: Range(1, 100_000)] int Width, [property: Range(1, 100_000)] int Height) : ICommand<Delivery>
{
    internal sealed class Handler(WorkBook book, Starting starting, SetUpMark mark, TimeProvider clock, Journal journal) : IHandle<DeliverPicture, Delivery>
    {
        public async Task<Delivery> HandleAsync(DeliverPicture request, CancellationToken cancel)
        {
            var node = await book.EditAsync(request.Node, cancel);
            var work = LeafOnly.Of(node);
            Rule.Require(work is Step { Deliverable: not null }, "no-deliverable", "This step asks for no picture. Tick it off instead.", "node");
            var warning = ((Step)work).Deliverable!.Mismatch(request.Width, request.Height);
            starting.Check(book, node, null, journal);
            work.Advance(100, clock.Now());
            await mark.UpdateAsync(book, node, cancel);
            var changes = book.NoteProgress($"delivered “{work.Title}”");
            journal.Say($"delivered a picture for “{work.Title}”, {request.Width} × {request.Height}", work.Brand.Value, work.Plan.Value, work.Key, warning ?? changes);
            return new Delivery(WorkViews.Of(book, work.Key), warning);
        }
    }
}
