using QuestPDF.Drawing.Exceptions;
using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

internal static class Attaching
{
    /// <summary>Puts an element into an empty container.</summary>
    internal static T Attach<T>(this IContainer container, T child)
        where T : Element
    {
        var place = (Container)container;
        place.Child = place.Child is null
            ? child
            : throw new DocumentComposeException(
                "You should not assign multiple child elements to a single-child container. "
                + $"The container holds '{place.Child.Name}' already, and '{child.Name}' was added.");
        return child;
    }

    /// <summary>
    /// Changes the container itself when it is a <typeparamref name="T"/> already, so that consecutive calls act on one element;
    /// puts a new one into it otherwise.
    /// </summary>
    internal static T Change<T>(this IContainer container, Action<T> change)
        where T : Container, new()
    {
        var element = container as T is { Child: null } same ? same : container.Attach(new T());
        change(element);
        return element;
    }
}
