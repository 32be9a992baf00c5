namespace Bellwether.Kernel;

/// <summary>An interface whose implementations are found by scan and registered per scope.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class PortAttribute : Attribute;

/// <summary>A class registered per scope, as itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScopedAttribute : Attribute;

/// <summary>A class registered once for the process, as itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SingleAttribute : Attribute;
