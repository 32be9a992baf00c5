using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Campaigns;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>Tactics, actions, steps and their relations as a part of the plan.</summary>
internal sealed class ActionsPart(Db db, PlanFinder plans, MembersByEmail people, WrittenAccounts known, TimeProvider clock) : IPlanPart
{
    public string Name => "actions";

    public int Order => 1300;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var book = new WorkBook(db, plans, clock);
        await book.LoadAsync(plan, cancel);
        var tree = book.Tree;
        var board = ReferenceEquals(book.Board, BoardStages.Usual) ? null : book.Board;
        if (tree.Roots.Count == 0 && board is null)
        {
            return null;
        }

        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == plan.Brand && account.ArchivedAt == null).ToDictionaryAsync(account => account.Id, account => account.Key, cancel);
        var roots = tree.Roots.Where(root => !nextCycle || WrittenWork.Stays(root)).ToLookup(root => root.Work.Kind, root => WrittenWork.Of(root, nextCycle, people, accounts));
        var there = tree.All.Where(node => !nextCycle || node.Up.All(WrittenWork.Stays)).Select(node => node.Work.Key).ToHashSet(StringComparer.Ordinal);
        var relations = book.Relations.Where(relation => there.Contains(relation.From) && there.Contains(relation.To))
            .OrderBy(relation => relation.From, StringComparer.Ordinal).ThenBy(relation => relation.To, StringComparer.Ordinal)
            .Select(relation => new WrittenRelation(relation.From, relation.To, relation.Kind)).ToList();
        return PartJson.Write(new WrittenActions(roots[WorkKind.Tactic].ToList().OrNull(), roots[WorkKind.ActionItem].ToList().OrNull(), relations.OrNull(), board));
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var written = PartJson.Read<WrittenActions>(Name, part);
        await db.Set<Goal>().Where(goal => goal.Plan == plan.Id).LoadAsync(cancel);
        var accounts = await known.ByKeyAsync(plan.Brand, cancel);
        var goals = db.Set<Goal>().Local.Where(goal => goal.Plan == plan.Id).Select(goal => goal.Id).ToHashSet();
        var planter = new Planter(db, plan, people, accounts, goals, await CampaignsOf.PlanAsync(db, plan, cancel));
        if (written.Board is { } board)
        {
            db.Add(PartJson.At("actions.board", () => new BoardStages(plan.Id, board)));
        }

        foreach (var (tactic, place) in (written.Tactics ?? []).Select((tactic, place) => (tactic, place)))
        {
            PartJson.At($"actions.tactics[{place}]", () => planter.Tactic(tactic));
        }

        foreach (var (action, place) in (written.Actions ?? []).Select((action, place) => (action, place)))
        {
            PartJson.At($"actions.actions[{place}]", () => planter.Action(action, null));
        }

        foreach (var relation in written.Relations ?? [])
        {
            planter.Relate(relation);
        }
    }

    /// <summary>Plants what was written, node by node; the order in the file is the rank.</summary>
    private sealed class Planter(Db db, Plan plan, MembersByEmail people, Dictionary<string, SocialAccount> accounts, HashSet<Id<Goal>> goals, HashSet<Id<Campaign>> campaigns)
    {
        private readonly Dictionary<string, IWork> planted = new(StringComparer.Ordinal);
        private int rank;

        public Tactic Tactic(WrittenWork written)
        {
            var tactic = new Tactic(plan, written.Title, Known(written.Goal), ++rank) { Id = Parsed<Tactic>(written.Id) };
            tactic.RememberFirst(written.TacticFirst ?? false);
            tactic.RunOn(written.Channel);
            tactic.Join(Joined(written));
            Plant(tactic, written);
            foreach (var action in written.Actions ?? [])
            {
                Action(action, tactic);
            }

            return tactic;
        }

        public ActionItem Action(WrittenWork written, Tactic? tactic)
        {
            var action = new ActionItem(plan, written.Title, written.Type ?? ActionType.Other, tactic, ++rank) { Id = Parsed<ActionItem>(written.Id) };
            action.Link(Known(written.Goal));
            action.RunOn(written.Channel);
            action.Join(Joined(written));
            action.WorkOn(written.Account is { } key && accounts.TryGetValue(key, out var account) ? account.Id : null);
            action.Mark(written.Milestone ?? false);
            action.ComeFrom(written.Origin);
            action.StandIn(Rule.OptionalText(written.Stage, "stage", 40));
            if (written.Updates is { } updates)
            {
                action.Update(updates);
            }

            Plant(action, written);
            Steps(written, action, null);
            return action;
        }

        /// <summary>A campaign that stayed with its cycle takes nothing along.</summary>
        private Id<Campaign>? Joined(WrittenWork written) => written.Campaign is { } campaign && campaigns.Contains(campaign) ? campaign : null;

        public void Relate(WrittenRelation written)
        {
            Rule.Require(planted.TryGetValue(written.From, out var from) & planted.TryGetValue(written.To, out var to), "part-invalid", $"actions.relations: “{written.From}” or “{written.To}” is not in the file.", "actions");
            db.Add(new WorkRelation(from!, to!, written.Kind));
        }

        private void Steps(WrittenWork written, ActionItem action, Step? parent)
        {
            foreach (var each in written.Steps ?? [])
            {
                var step = new Step(action, parent, each.Title, ++rank) { Id = Parsed<Step>(each.Id) };
                step.Deliver(each.Deliverable);
                Plant(step, each);
                Steps(each, action, step);
            }
        }

        private void Plant<T>(Work<T> work, WrittenWork written)
            where T : Work<T>
        {
            written.Fill(work, people);
            db.Add((T)work);
            planted[work.Key] = work;
        }

        private Id<Goal>? Known(Id<Goal>? goal) => goal is { } id && goals.Contains(id) ? id : null;

        private static Id<T> Parsed<T>(string id) =>
            Id<T>.TryParse(id, null, out var parsed) ? parsed : throw Rule.Broken("part-invalid", $"actions: “{id}” is no id of the kind {Id<T>.Prefix}_….", "actions");
    }
}
