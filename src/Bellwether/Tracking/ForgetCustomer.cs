using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>How many conversions no longer say whose they were.</summary>
public sealed record ForgottenCustomer(int Conversions);

/// <summary>Erases a customer from tracking: conversions keep their number, but no longer say whose they were.</summary>
/// <param name="Customer">The shop's id, a hash, or the e-mail address itself.</param>
[Needs(Permission.Administer)]
public sealed record ForgetCustomer(Id<Brand> Brand, [property: MaxLength(254)] string Customer) : ICommand<ForgottenCustomer>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<ForgetCustomer, ForgottenCustomer>
    {
        public async Task<ForgottenCustomer> HandleAsync(ForgetCustomer request, CancellationToken cancel)
        {
            var key = Customers.KeyOf(Rule.Text(request.Customer, "customer", 254));
            var found = await db.Set<Conversion>().Where(one => one.Brand == request.Brand && one.Customer == key).ToListAsync(cancel);
            foreach (var one in found)
            {
                one.ForgetCustomer();
                db.Raise(new ConversionChanged(one.Id, one.Brand));
            }

            // The journal must not remember whom it helped to forget.
            journal.Say($"erased a customer from {found.Count} conversions", request.Brand.Value);
            return new ForgottenCustomer(found.Count);
        }
    }
}
