using System.Xml.Linq;
using Bellwether.Kernel;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Web.SignIn;

/// <summary>Keeps the key ring in the database, encrypted with the master key: a cookie of one node holds on another.</summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, Secrets secrets) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var keys = scope.ServiceProvider.GetRequiredService<SignInDb>().Keys.AsNoTracking().Select(key => key.Xml).ToList();
        return [.. keys.Select(xml => XElement.Parse(secrets.Unprotect(xml)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SignInDb>();
        db.Keys.Add(new StoredKey { Name = friendlyName, Xml = secrets.Protect(element.ToString(SaveOptions.DisableFormatting)) });
        db.SaveChanges();
    }
}
