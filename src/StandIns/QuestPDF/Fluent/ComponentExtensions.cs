using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Adds reusable parts.</summary>
public static class ComponentExtensions
{
    /// <summary>Lets a component fill the container.</summary>
    public static void Component<T>(this IContainer element, T component)
        where T : IComponent => component.Compose(element.Attach(new Container()));

    /// <summary>Lets a new component fill the container.</summary>
    public static void Component<T>(this IContainer element)
        where T : IComponent, new() => element.Component(new T());
}
