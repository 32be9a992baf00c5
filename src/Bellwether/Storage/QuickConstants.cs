#pragma warning disable EF9100 // What is replaced here is marked as experimental; a test shows that queries give the same with it.
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bellwether.Storage;

/// <summary>
/// Works out the constants of a query once, by walking their expressions. Without it each of them, some thirty for a query that
/// reads an entity, is made into machine code that runs a single time: a quarter of all that was compiled when the demo was loaded.
/// </summary>
internal sealed class QuickConstants(
    ShapedQueryCompilingExpressionVisitorDependencies dependencies, RelationalShapedQueryCompilingExpressionVisitorDependencies relational, RelationalCommandBuilderDependencies commands)
    : RelationalLiftableConstantProcessor(dependencies, relational, commands)
{
    private readonly RelationalMaterializerLiftableConstantContext context = new(dependencies, relational, commands);

    protected override ConstantExpression InlineConstant(LiftableConstantExpression liftableConstant) => liftableConstant.ResolverExpression switch
    {
        // A constant that is code itself runs for every row: that is worth compiling.
        _ when InnerCode.IsIn(liftableConstant.ResolverExpression.Body) => base.InlineConstant(liftableConstant),
        Expression<Func<MaterializerLiftableConstantContext, object>> resolve => Expression.Constant(resolve.Compile(preferInterpretation: true)(context), liftableConstant.Type),
        Expression<Func<RelationalMaterializerLiftableConstantContext, object>> resolve => Expression.Constant(resolve.Compile(preferInterpretation: true)(context), liftableConstant.Type),
        _ => base.InlineConstant(liftableConstant),
    };

    private sealed class InnerCode : ExpressionVisitor
    {
        private bool found;

        public static bool IsIn(Expression body)
        {
            var search = new InnerCode();
            search.Visit(body);
            return search.found;
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            found = true;
            return node;
        }
    }
}
