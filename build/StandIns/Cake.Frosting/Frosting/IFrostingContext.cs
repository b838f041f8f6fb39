using Cake.Core;

namespace Cake.Frosting;

/// <summary>A context of a build's own.</summary>
public interface IFrostingContext : ICakeContext;
