using System.Text.RegularExpressions;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Architecture;

/// <summary>In the doors and on the screen, a step's folder uses shared parts, never another step's folder.</summary>
public sealed partial class StepsApartTests
{
    [Fact]
    public void No_step_of_the_doors_uses_another_step()
    {
        var usings = Folders.Sources(Path.Combine("src", "Bellwether.Web"), ".cs").SelectMany(source => Folders.UsingsOf(source.Text));

        Folders.BetweenSteps(Use.Within(Path.Combine(AppContext.BaseDirectory, "bellwether.dll")).Concat(usings), "Bellwether.Web").ShouldBeEmpty();
    }

    [Fact]
    public void No_step_of_the_screen_uses_another_step()
    {
        var root = Path.Combine("src", "ui", "src");
        var imports = Folders.Sources(root, ".ts", ".tsx")
            .SelectMany(source => ImportsOf(Path.GetRelativePath(root, source.Path).Replace('\\', '/'), source.Text)).ToList();

        imports.ShouldNotBeEmpty();
        Folders.BetweenSteps(imports, "ui").ShouldBeEmpty();
    }

    [Fact]
    public void A_door_that_uses_another_step_is_found()
    {
        Folders.BetweenSteps(
        [
            new Use("Bellwether.Web.Goals.GoalsApi", "Bellwether.Web.Plans.PlansApi"),
            new Use("Bellwether.Web.Goals.GoalsApi", "Bellwether.Web.Doors.Routes"),
            new Use("Bellwether.Web.Timetable", "Bellwether.Web.Plans.PlansApi"),
        ], "Bellwether.Web").ShouldBe(["Bellwether.Web.Goals.GoalsApi uses Bellwether.Web.Plans.PlansApi"]);
    }

    [Theory]
    [InlineData("import { Form } from '../plans/Form';", true)]
    [InlineData("import type { Form } from \"../plans\";", true)]
    [InlineData("export * from '../plans/Form';", true)]
    [InlineData("const page = lazy(() => import('../plans/PlanPage'));", true)]
    [InlineData("import '../plans/plan.css';", true)]
    [InlineData("import { Page } from '../shared/frame/Page';", false)]
    [InlineData("import { Part } from './parts/Part';", false)]
    [InlineData("import { useQuery } from '@tanstack/react-query';", false)]
    public void An_import_of_another_step_is_found_in_every_form(string line, bool found)
    {
        Folders.BetweenSteps(ImportsOf("goals/GoalPage.tsx", line), "ui").Count.ShouldBe(found ? 1 : 0);
    }

    [Fact]
    public void An_import_from_a_deeper_folder_is_found_too()
    {
        Folders.BetweenSteps(ImportsOf("goals/parts/Row.tsx", "import { a } from '../../plans/a';"), "ui").ShouldBe(["ui.goals.parts.Row.tsx uses ui.plans.a"]);
    }

    /// <summary>The relative imports of a file, resolved and written like type names: ui.goals.GoalPage.</summary>
    private static IEnumerable<Use> ImportsOf(string file, string text)
    {
        var folder = "/" + Path.GetDirectoryName(file);
        return from Match match in Import().Matches(text)
               let target = Path.GetFullPath(Path.Combine(folder, match.Groups[1].Value))
               select new Use("ui." + file.Replace('/', '.'), "ui" + target.Replace('/', '.') + (target.Count(sign => sign == '/') == 1 ? ".index" : ""));
    }

    [GeneratedRegex("""(?:from|import)\s*\(?\s*['"](?<path>\.[^'"]*)['"]""", RegexOptions.None, 2000)]
    private static partial Regex Import();
}
