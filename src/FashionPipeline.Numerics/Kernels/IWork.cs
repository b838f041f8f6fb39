namespace FashionPipeline.Numerics.Kernels;

/// <summary>A kernel's arguments and what it does with them, cut into items that <see cref="Cores"/> shares out.</summary>
internal interface IWork
{
    /// <summary>Computes one item and writes to places that are the item's own; must not throw.</summary>
    /// <param name="item">The item's number, from 0.</param>
    /// <param name="worker">Who took it, from 0 to <see cref="Cores.Count"/> - 1; scratch memory is cut by it.</param>
    void Compute(int item, int worker);
}
