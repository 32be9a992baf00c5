using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>Everything that tracking knows of one customer.</summary>
/// <param name="Key">Under which the customer is stored: the shop's id, or a hash.</param>
public sealed record CustomerDataView(string Key, IReadOnlyList<ConversionView> Conversions);

/// <summary>Everything that tracking knows of one customer, to hand it out on request.</summary>
/// <param name="Customer">The shop's id, a hash, or the e-mail address itself.</param>
[Needs(Permission.Administer)]
public sealed record CustomerData(Id<Brand> Brand, [property: MaxLength(254)] string Customer) : IQuery<CustomerDataView>
{
    internal sealed class Handler(Db db) : IHandle<CustomerData, CustomerDataView>
    {
        public async Task<CustomerDataView> HandleAsync(CustomerData request, CancellationToken cancel)
        {
            var key = Customers.KeyOf(Rule.Text(request.Customer, "customer", 254))!;
            var found = await db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == request.Brand && one.Customer == key).OrderBy(one => one.At).ToListAsync(cancel);
            return new CustomerDataView(key, [.. found.Select(ConversionView.Of)]);
        }
    }
}
