using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Transfer;

/// <summary>The brand as a plan file has it.</summary>
internal sealed record FileBrand(string Name, string Zone, string Currency, IsoDayOfWeek WeekStart, WorkingHours Hours, IReadOnlyList<string> OwnHosts)
{
    public static FileBrand Of(Brand brand) => new(brand.Name, brand.ZoneName, brand.Currency, brand.WeekStart, brand.Hours, brand.OwnHosts);

    public Brand Make()
    {
        var brand = new Brand(Name, Zone, Currency);
        brand.StartWeeksOn(WeekStart);
        brand.Work(Hours.Checked());
        brand.Own(OwnHosts);
        return brand;
    }
}

/// <summary>A person a plan file names.</summary>
internal sealed record FilePerson(string Name, string Email, Role Role);

/// <summary>Writes the whole plan as one readable YAML file; importing it into an empty installation and exporting again gives the same bytes.</summary>
/// <param name="Plan">The plan to write.</param>
[Needs(Permission.Read)]
public sealed record ExportPlan(Id<Plan> Plan) : IQuery<FileResult>
{
    /// <summary>The first line of every plan file.</summary>
    internal const string Form = "plan/1";

    internal sealed class Handler(Db db, PlanSnapshots snapshots) : IHandle<ExportPlan, FileResult>
    {
        public async Task<FileResult> HandleAsync(ExportPlan request, CancellationToken cancel)
        {
            var plan = await db.FindAsync(request.Plan, "plan", cancel);
            var brand = await db.FindAsync(plan.Brand, "brand", cancel);
            var parts = await snapshots.WriteAsync(plan, nextCycle: false, cancel);
            var named = Texts(parts).ToHashSet(StringComparer.Ordinal);
            var members = await db.Set<Member>().AsNoTracking().ToListAsync(cancel);
            var people = members.Where(member => named.Contains(member.Email)).OrderBy(member => member.Email, StringComparer.Ordinal).Select(member => new FilePerson(member.Name, member.Email, member.Role));
            var file = new JsonObject
            {
                ["bellwether"] = Form,
                ["brand"] = JsonSerializer.SerializeToNode(FileBrand.Of(brand), HouseJson.Options),
                ["people"] = JsonSerializer.SerializeToNode(people, HouseJson.Options),
            };
            foreach (var (name, part) in parts.ToList())
            {
                file[name] = part?.DeepClone();
            }

            return new FileResult($"{Slug(plan.Title)}.yaml", "application/yaml", PlanYaml.Write(file));
        }

        private static IEnumerable<string> Texts(JsonNode? node) => node switch
        {
            JsonObject thing => thing.SelectMany(pair => Texts(pair.Value)),
            JsonArray list => list.SelectMany(Texts),
            JsonValue value when value.TryGetValue<string>(out var text) => [text],
            _ => [],
        };

        private static string Slug(string title)
        {
            var text = new string([.. title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
            return string.Join('-', text.Split('-', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } slug ? slug : "plan";
        }
    }
}

/// <summary>Reads a plan file into a new outline. Brand and people that are not there yet are made; nothing is overwritten.</summary>
/// <param name="File">The YAML file. Written by hand, its things may have names for ids: goal:lunch.</param>
/// <param name="Brand">The brand to put it under; the file's own brand by default.</param>
/// <param name="AsCopy">True to give everything fresh ids, so that a plan can stand beside the one it was exported from.</param>
[Needs(Permission.RunPlan)]
public sealed record ImportPlan(byte[] File, Id<Brand>? Brand = null, bool AsCopy = false) : ICommand<PlanView>, IStoresInBetween
{
    internal sealed class Handler(Db db, ICurrent current, PlanSnapshots snapshots, IEnumerable<INodeSource> nodes, TimeProvider clock, Journal journal) : IHandle<ImportPlan, PlanView>
    {
        public async Task<PlanView> HandleAsync(ImportPlan request, CancellationToken cancel)
        {
            var file = PlanYaml.Read(request.File);
            Rule.Require(file["bellwether"]?.ToString() == ExportPlan.Form, "no-plan-file", $"This is no plan file: its first line must say “bellwether: {ExportPlan.Form}”.", "file");
            var brand = await BrandAsync(request.Brand, Part<FileBrand>(file, "brand"), cancel);
            await PeopleAsync(Part<List<FilePerson>>(file, "people") ?? [], cancel);
            var parts = new JsonObject(file.Where(pair => pair.Key is not ("bellwether" or "brand" or "people")).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
            CheckMoney(parts);
            // A file written by hand names its things (goal:lunch); those get ids here.
            if (request.AsCopy || Ids(parts).Any(id => id.Contains(':', StringComparison.Ordinal)))
            {
                (parts, _) = IdRemap.Fresh(parts);
            }
            else
            {
                await GuardAsync(parts, cancel);
            }

            var plan = new Plan(brand.Id, parts["plan"]?["title"]?.ToString() ?? $"Plan of {brand.Name}");
            db.Add(plan);
            await snapshots.ReadAsync(plan, parts, cancel);
            journal.Say($"imported the plan “{plan.Title}” from a file", brand.Id.Value, plan.Id.Value, plan.Id);
            return PlanView.Of(plan, brand, clock.Now());
        }

        /// <summary>Whatever the file says of money is of a currency that there is, and as fine as that has it.</summary>
        private static void CheckMoney(JsonNode? node)
        {
            if (node is JsonObject { Count: 2 } money && money["amount"] is JsonValue amount && money["currency"] is JsonValue currency && amount.TryGetValue<decimal>(out var told))
            {
                PartJson.At(money.GetPath().TrimStart('$', '.'), () => Money.Told(told, currency.ToString()));
            }

            foreach (var child in node switch { JsonObject part => part.Select(pair => pair.Value), JsonArray list => list, _ => [] })
            {
                CheckMoney(child);
            }
        }

        private static T? Part<T>(JsonObject file, string name)
        {
            try
            {
                return file[name] is { } part ? part.Deserialize<T>(HouseJson.Options) : default;
            }
            catch (JsonException failure)
            {
                throw Rule.Broken("part-invalid", $"{name}{failure.Path?.TrimStart('$')}: {PartJson.InWords(failure)}", "file");
            }
        }

        private async Task<Brand> BrandAsync(Id<Brand>? wanted, FileBrand? written, CancellationToken cancel)
        {
            if (wanted is { } id)
            {
                return await db.FindAsync(id, "brand", cancel);
            }

            Rule.Require(written is not null, "brand-missing", "The file names no brand. Say which brand the plan is for.", "brand");
            if (await db.Set<Brand>().FirstOrDefaultAsync(brand => brand.Name == written.Name, cancel) is { } known)
            {
                return known;
            }

            Rule.Require(current.May(Permission.Administer), "brand-unknown", $"There is no brand “{written.Name}” here and you may not add one. Choose one of yours, or ask an owner.", "brand");
            var brand = PartJson.At("brand", written.Make);
            db.Add(brand);
            return brand;
        }

        private async Task PeopleAsync(List<FilePerson> people, CancellationToken cancel)
        {
            var known = await db.Set<Member>().Select(member => member.Email).ToListAsync(cancel);
            foreach (var (person, place) in people.Select((person, place) => (person, place)).Where(each => !known.Contains(PartJson.At($"people[{each.place}]", () => Member.CheckedEmail(each.person.Email)), StringComparer.Ordinal)))
            {
                Rule.Require(current.May(Permission.Administer), "person-unknown", $"The file names {person.Email}, who is no member here, and you may not add members. Ask an owner.", "file");
                db.Add(PartJson.At($"people[{place}]", () => new Member(current.WorkspaceKey, person.Name, person.Email, person.Role == Role.Owner && !current.May(Permission.Own) ? Role.Manager : person.Role)));
            }

            // The parts look their people up.
            await db.SaveAsync(cancel);
        }

        private async Task GuardAsync(JsonObject parts, CancellationToken cancel)
        {
            foreach (var id in Ids(parts).Where(id => id.Contains('_', StringComparison.Ordinal)))
            {
                var prefix = id[..id.LastIndexOf('_')];
                foreach (var source in nodes.Where(source => source.Prefix == prefix))
                {
                    if (await source.FindAsync(id, cancel) is { } there)
                    {
                        throw Rule.Conflict("plan-there", $"“{there.Title}” of this file is here already. Import the file as a copy to have it twice.", "asCopy");
                    }
                }
            }
        }

        private static IEnumerable<string> Ids(JsonNode? node) => node switch
        {
            JsonObject thing => (thing["id"] is JsonValue value && value.TryGetValue<string>(out var id) && id.AsSpan().IndexOfAny('_', ':') > 0 ? [id] : Enumerable.Empty<string>()).Concat(thing.SelectMany(pair => Ids(pair.Value))),
            JsonArray list => list.SelectMany(Ids),
            _ => [],
        };
    }
}
