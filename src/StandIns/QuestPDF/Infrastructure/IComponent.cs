namespace QuestPDF.Infrastructure;

/// <summary>A reusable part of a document.</summary>
public interface IComponent
{
    /// <summary>Fills the container.</summary>
    void Compose(IContainer container);
}
