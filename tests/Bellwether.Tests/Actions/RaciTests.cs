using Bellwether.Actions;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Actions;

public sealed class RaciTests
{
    private const RaciLetter R = RaciLetter.Responsible, A = RaciLetter.Accountable, C = RaciLetter.Consulted;

    [Theory, Requirement("R000-23"), Requirement("R000-21")]
    [InlineData(new[] { A, R }, "ok")]
    [InlineData(new[] { A, A }, "two A")]
    [InlineData(new[] { R }, "no A")]
    [InlineData(new RaciLetter[0], "no A, no R")]
    [InlineData(new[] { A, R, R, R, R }, "more than 3 R")]
    [InlineData(new[] { A, R, R, R }, "ok")]
    [InlineData(new[] { A, R, C, C, C, C, C, C }, "more than 5 C")]
    public void Each_row_of_the_matrix_is_judged(RaciLetter[] row, string health) =>
        Raci.Words(Raci.Check(row)).ShouldBe(health);

    [Theory, Requirement("R000-23")]
    [InlineData(2, 5, false)]
    [InlineData(3, 5, true)]
    [InlineData(4, 10, false)]
    [InlineData(5, 10, true)]
    public void More_than_two_fifths_of_the_rows_are_too_many_for_one_person(int accountable, int rows, bool overloaded) =>
        Raci.Overloaded(accountable, rows).ShouldBe(overloaded);

    [Fact, Requirement("R000-21")]
    public void Two_accountable_people_are_refused() =>
        Should.Throw<ProblemException>(() => RoleEntries.Split([new(A, Id<Member>.New()), new(A, Id<Member>.New())])).Code.ShouldBe("two-accountable");

    [Fact, Requirement("R000-23")]
    public void A_group_cannot_be_accountable_but_may_be_consulted()
    {
        Should.Throw<ProblemException>(() => RoleEntries.Split([new(A, Group: "Committee")])).Code.ShouldBe("group-accountable");
        var (accountable, others) = RoleEntries.Split([new(C, Group: "Committee")]);
        accountable.ShouldBeNull();
        others.Single().Group.ShouldBe("Committee");
    }
}
