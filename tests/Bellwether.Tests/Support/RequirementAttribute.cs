using Xunit.v3;

namespace Bellwether.Tests.Support;

/// <summary>Names a requirement of docs/requirements.md that the test shows.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute, ITraitAttribute
{
    public string Id => id;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Requirement", id)];
}
