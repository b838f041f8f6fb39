using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace FashionPipeline.Pipeline.Provenance.Code;

/// <summary>
/// Writes declarations and instructions as text in which everything has its full name and nothing a number that depends on what stands
/// beside it in the assembly: tokens, offsets and the order of types leave no trace. Collects every type that it names.
/// </summary>
internal sealed partial class CodeText
{
    // What the compiler notes of nullability and of its own work changes nothing at run time.
    private static readonly HashSet<string?> Notes =
    [
        typeof(NullableAttribute).FullName, typeof(NullableContextAttribute).FullName, typeof(CompilerGeneratedAttribute).FullName,
        typeof(AsyncStateMachineAttribute).FullName, typeof(IteratorStateMachineAttribute).FullName,
        typeof(AsyncIteratorStateMachineAttribute).FullName,
    ];

    private readonly Dictionary<string, TypeReference> types = new(StringComparer.Ordinal);

    /// <summary>The types that were named so far, none of them an array, a pointer or a constructed generic type.</summary>
    public IReadOnlyCollection<TypeReference> Types => types.Values;

    /// <summary>A type without its methods.</summary>
    public string Declaration(TypeDefinition type)
    {
        var text = new StringBuilder();
        text.AppendLine($"{type.Attributes} {Name(type)} : {(type.BaseType is { } parent ? Name(parent) : "")}");
        text.AppendLine($"layout {type.PackingSize} {type.ClassSize}");
        Append(text, "implements", type.Interfaces.Select(implemented => Name(implemented.InterfaceType)).Order(StringComparer.Ordinal));
        AppendParameters(text, type);
        Append(text, "attribute", Attributes(type));
        foreach (var field in type.Fields)
        {
            text.AppendLine($"field {field.Attributes} {Name(field.FieldType)} {field.Name} @{field.Offset}{Constant(field)}");
            Append(text, "attribute", Attributes(field));
            Append(text, "marshal", Marshalling(field));
        }

        foreach (var property in type.Properties)
        {
            text.AppendLine($"property {Name(property.PropertyType)} {property.Name}");
            Append(text, "attribute", Attributes(property));
        }

        return text.ToString();
    }

    /// <summary>A method: its signature and its instructions.</summary>
    public string Method(MethodDefinition method)
    {
        var text = new StringBuilder();
        text.AppendLine($"{method.Attributes} {method.ImplAttributes} {Name(method.ReturnType)} {GeneratedNames.Reduce(method.Name)}");
        AppendParameters(text, method);
        Append(text, "attribute", Attributes(method));
        Append(text, "returns", Attributes(method.MethodReturnType).Concat(Marshalling(method.MethodReturnType)));
        Append(text, "overrides", method.Overrides.Select(Name));
        Append(text, "native", method.PInvokeInfo is { } native ? [$"{native.Module.Name} {native.EntryPoint} {native.Attributes}"] : []);
        foreach (var parameter in method.Parameters)
        {
            // Readers of JSON know a constructor's parameters by name; those of a lambda are locals.
            var name = method.Name.StartsWith('<') ? "" : parameter.Name;
            text.AppendLine($"{parameter.Attributes} {Name(parameter.ParameterType)} {name}{Constant(parameter)}");
            Append(text, "attribute", Attributes(parameter));
            Append(text, "marshal", Marshalling(parameter));
        }

        if (method.HasBody)
        {
            AppendBody(text, method.Body);
        }

        return text.ToString();
    }

    private void AppendBody(StringBuilder text, MethodBody body)
    {
        var position = body.Instructions.Index().ToDictionary(line => line.Item, line => line.Index);
        text.AppendLine($"locals {body.InitLocals} {string.Join(", ", body.Variables.Select(variable => Name(variable.VariableType)))}");
        foreach (var instruction in body.Instructions)
        {
            text.AppendLine($"{instruction.OpCode.Name} {Operand(instruction.Operand, position)}");
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            var places = new[] { handler.TryStart, handler.TryEnd, handler.HandlerStart, handler.HandlerEnd, handler.FilterStart };
            text.AppendLine($"{handler.HandlerType} {(handler.CatchType is { } caught ? Name(caught) : "")} "
                + string.Join(' ', places.Select(place => place is null ? "-" : FormattableString.Invariant($"{position[place]}"))));
        }
    }

    private string Operand(object? operand, Dictionary<Instruction, int> position) => operand switch
    {
        null => "",
        Instruction target => FormattableString.Invariant($"{position[target]}"),
        Instruction[] targets => string.Join(' ', targets.Select(target => position[target])),
        VariableDefinition variable => FormattableString.Invariant($"{variable.Index}"),
        ParameterDefinition parameter => FormattableString.Invariant($"{parameter.Index}"),
        TypeReference type => Name(type),
        FieldReference field => Name(field),
        MethodReference method => Name(method),
        Mono.Cecil.CallSite site => $"{site.CallingConvention} {Name(site.ReturnType)}{Parameters(site)}",
        _ => Value(operand),
    };

    private string Name(MethodReference method)
    {
        var arguments = method is GenericInstanceMethod generic ? $"<{string.Join(", ", generic.GenericArguments.Select(Name))}>" : "";
        return $"{Name(method.ReturnType)} {Name(method.DeclaringType)}::{GeneratedNames.Reduce(method.Name)}{arguments}"
            + Parameters(method);
    }

    private string Parameters(IMethodSignature method) =>
        $"({string.Join(", ", method.Parameters.Select(parameter => Name(parameter.ParameterType)))})";

    private string Name(FieldReference field)
    {
        var name = $"{Name(field.FieldType)} {Name(field.DeclaringType)}::";
        if (field is FieldDefinition { InitialValue: { Length: > 0 } data })
        {
            return name + Convert.ToHexStringLower(SHA256.HashData(data));
        }

        // The fields of a closure have the names of locals, which say nothing: their number does.
        var isLocal = GeneratedNames.IsPartOfMethod(field.DeclaringType.GetElementType()) && !CacheOfDelegate().IsMatch(field.Name);
        return name + (isLocal && field.Resolve() is { } local
            ? FormattableString.Invariant($"{local.DeclaringType.Fields.IndexOf(local)}")
            : GeneratedNames.Reduce(field.Name));
    }

    private string Name(TypeReference type)
    {
        switch (type)
        {
            case GenericInstanceType generic:
                return $"{Name(generic.ElementType)}<{string.Join(", ", generic.GenericArguments.Select(Name))}>";
            case GenericParameter parameter:
                return FormattableString.Invariant($"{(parameter.Type == GenericParameterType.Method ? "!!" : "!")}{parameter.Position}");
            case FunctionPointerType pointer:
                return $"{pointer.CallingConvention} {Name(pointer.ReturnType)}*{Parameters(pointer)}";
            case RequiredModifierType required:
                return $"{Name(required.ElementType)} modreq {Name(required.ModifierType)}";
            case OptionalModifierType optional:
                return $"{Name(optional.ElementType)} modopt {Name(optional.ModifierType)}";
            case ArrayType array:
                return $"{Name(array.ElementType)}[{new string(',', array.Rank - 1)}]";
            case TypeSpecification specification:
                return $"{specification.MetadataType} {Name(specification.ElementType)}";
            case TypeDefinition anonymous when GeneratedNames.IsAnonymous(type):
                return $"{{{string.Join(", ", anonymous.Properties.Select(property => property.Name))}}}";
            default:
                types.TryAdd($"{type.Scope.Name} {type.FullName}", type);
                return (type.DeclaringType is { } outer ? $"{Name(outer)}/" : $"{type.Namespace}.") + GeneratedNames.Reduce(type.Name);
        }
    }

    private IEnumerable<string> Attributes(ICustomAttributeProvider provider) => provider.CustomAttributes
        .Where(attribute => !Notes.Contains(attribute.AttributeType.FullName) && attribute.AttributeType.Namespace != "System.Diagnostics")
        .Select(attribute => $"{Name(attribute.Constructor)} {Convert.ToHexStringLower(attribute.GetBlob())}{TypesIn(attribute)}")
        .Order(StringComparer.Ordinal);

    // A type as an argument of an attribute, such as a converter, may be made by whoever reads the attribute.
    private string TypesIn(CustomAttribute attribute) => string.Concat(attribute.ConstructorArguments
        .Concat(attribute.Properties.Concat(attribute.Fields).Select(named => named.Argument))
        .SelectMany(TypesIn).Select(type => " " + Name(type)));

    private static IEnumerable<TypeReference> TypesIn(CustomAttributeArgument argument) => argument.Value switch
    {
        TypeReference type => [type],
        CustomAttributeArgument inner => TypesIn(inner),
        CustomAttributeArgument[] items => items.SelectMany(TypesIn),
        _ => [],
    };

    private static IEnumerable<string> Marshalling(IMarshalInfoProvider provider) => provider.MarshalInfo switch
    {
        null => [],
        ArrayMarshalInfo array =>
            [$"{array.NativeType} {array.ElementType} {array.SizeParameterIndex} {array.Size} {array.SizeParameterMultiplier}"],
        FixedArrayMarshalInfo array => [$"{array.NativeType} {array.ElementType} {array.Size}"],
        FixedSysStringMarshalInfo text => [$"{text.NativeType} {text.Size}"],
        SafeArrayMarshalInfo array => [$"{array.NativeType} {array.ElementType}"],
        CustomMarshalInfo custom => [$"{custom.NativeType} {custom.Cookie} {custom.ManagedType?.FullName}"],
        var plain => [$"{plain.NativeType}"],
    };

    private void AppendParameters(StringBuilder text, IGenericParameterProvider provider)
    {
        foreach (var parameter in provider.GenericParameters)
        {
            var constraints = parameter.Constraints.Select(constraint => Name(constraint.ConstraintType)).Order(StringComparer.Ordinal);
            text.AppendLine($"parameter {parameter.Attributes} {string.Join(", ", constraints)}");
            Append(text, "attribute", Attributes(parameter));
        }
    }

    private static string Constant(IConstantProvider provider) => provider.HasConstant ? " = " + Value(provider.Constant) : "";

    private static string Value(object? value) => value switch
    {
        null => "null",
        float number => FormattableString.Invariant($"{BitConverter.SingleToUInt32Bits(number):x8}"),
        double number => FormattableString.Invariant($"{BitConverter.DoubleToUInt64Bits(number):x16}"),
        string text => FormattableString.Invariant($"{text.Length}:{text}"),
        _ => FormattableString.Invariant($"{value}"),
    };

    // Where the compiler keeps a delegate: it is known by the lambda or the method that stands beside it.
    [GeneratedRegex(@"^<(>9|\d+>)", RegexOptions.CultureInvariant)]
    private static partial Regex CacheOfDelegate();

    private static void Append(StringBuilder text, string kind, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.AppendLine($"{kind} {line}");
        }
    }
}
