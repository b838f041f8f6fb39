using FashionPipeline.Foundation.Diagnostics;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace FashionPipeline.Tests.Foundation;

/// <summary>
/// The foundation is no part of any key: a change of it runs nothing again. So nothing that a number depends on may be in it.
/// </summary>
public sealed class NoArithmeticTests
{
    private static readonly Code[] Arithmetic =
    [
        Code.Mul, Code.Mul_Ovf, Code.Mul_Ovf_Un, Code.Div, Code.Div_Un, Code.Rem, Code.Rem_Un, Code.Ldc_R4, Code.Ldc_R8,
        Code.Conv_R4, Code.Conv_R8, Code.Conv_R_Un,
    ];

    [Fact]
    public void Should_multiply_divide_and_round_nothing()
    {
        using var module = ModuleDefinition.ReadModule(typeof(InputException).Assembly.Location);

        var methods = module.GetTypes().SelectMany(type => type.Methods)
            .Where(method => method.HasBody && method.Name != nameof(GetHashCode))
            .ToList();

        Assert.NotEmpty(methods);
        Assert.DoesNotContain(methods, method => method.Body.Instructions.Any(instruction => Arithmetic.Contains(instruction.OpCode.Code)));
    }
}
