using Cake.Core.Diagnostics;

namespace Cake.Core;

internal sealed class CakeContext(ICakeEnvironment environment, ICakeLog log, ICakeArguments arguments) : ICakeContext
{
    public ICakeEnvironment Environment => environment;

    public ICakeLog Log => log;

    public ICakeArguments Arguments => arguments;
}
