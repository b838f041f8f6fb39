using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FashionPipeline.Tests.Build;

namespace FashionPipeline.Tests.EndToEnd.Slurm;

/// <summary>A Slurm of the tests' own: a controller and two workers on this machine, or the reason why there is none.</summary>
public sealed class LocalSlurm : IAsyncLifetime
{
    private const string Missing = "No Slurm: install Debian's package slurm-wlm.";

    // Nobody waits that long for a cluster that is well.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);

    private readonly string folder = Directory.CreateTempSubdirectory("slurm-").FullName;
    private readonly Dictionary<string, Process> daemons = new(StringComparer.Ordinal);

    private string? reason = Missing;

    private string Configuration => Path.Combine(folder, "slurm.conf");

    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsLinux() || Find("slurmctld") is null || Find("slurmd") is null)
        {
            return;
        }

        Directory.CreateDirectory(Path.Combine(folder, "state"));
        await File.WriteAllTextAsync(Configuration, Text(Ports(3)));
        await File.WriteAllTextAsync(Path.Combine(folder, "cgroup.conf"), "CgroupAutomount=no\nCgroupPlugin=cgroup/v1\n");
        Start("slurmctld", "slurmctld", "-D", "-i");
        StartWorker("w1");
        StartWorker("w2");
        reason = await IsReady() ? null : $"Slurm does not start here: {await Run("sinfo", "--noheader", "--format=%n %t")}";
    }

    public ValueTask DisposeAsync()
    {
        foreach (var name in daemons.Keys.ToList())
        {
            Kill(name);
        }

        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Skips the test where there is no Slurm.</summary>
    internal void Require() => Assert.SkipWhen(reason is not null, reason ?? "");

    /// <summary>Lets a command find this Slurm.</summary>
    internal void Use(IDictionary<string, string?> environment) => environment["SLURM_CONF"] = Configuration;

    /// <summary>What a command of Slurm prints.</summary>
    internal async Task<string> Run(string command, params string[] arguments)
    {
        var run = await ScriptRun.Of(Find(command)!, folder, arguments, Use);
        return run.Output + run.Errors;
    }

    /// <summary>Ends a worker as a power failure does: its daemon, and every job there with all that it started.</summary>
    internal void Kill(string name)
    {
        using var daemon = daemons[name];
        daemons.Remove(name);
        foreach (var process in Jobs(name).Append(daemon.Id))
        {
            KillTree(process);
        }

        daemon.WaitForExit();
    }

    /// <summary>Ends the process of a step of this Slurm as the kernel does that wants its memory.</summary>
    internal void KillStep(string step)
    {
        var process = Directory.EnumerateDirectories("/proc").Single(path => int.TryParse(Path.GetFileName(path), out _)
            && Read(path, "cmdline").EndsWith($"\0{step}\0", StringComparison.Ordinal)
            && Read(path, "environ").Contains($"SLURM_CONF={Configuration}\0", StringComparison.Ordinal));
        KillTree(int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture));
    }

    /// <summary>Starts a worker, also one that was ended.</summary>
    internal void StartWorker(string name) => Start(name, "slurmd", "-D", "-N", name);

    /// <summary>Waits until something holds, or fails with what the cluster says.</summary>
    internal async Task WaitUntil(Func<Task<bool>> holds, string what)
    {
        for (var clock = Stopwatch.StartNew(); !await holds(); await Task.Delay(Pause, TestContext.Current.CancellationToken))
        {
            Assert.True(
                clock.Elapsed < Patience, $"Not so after {Patience}: {what}.\n{await Run("scontrol", "--oneliner", "show", "job")}");
        }
    }

    /// <summary>Cancels every job, and waits until none is left.</summary>
    internal async Task Clear()
    {
        await Run("scancel", "--me", "--quiet");
        await WaitUntil(IsEmpty, "no job is left");
    }

    /// <summary>Whether no job waits or runs.</summary>
    internal async Task<bool> IsEmpty() => await Run("squeue", "--noheader") == "";

    /// <summary>Begins at once what waits after its machine failed; Slurm lets two minutes pass.</summary>
    internal async Task BeginAgainNow()
    {
        foreach (var job in (await Run("squeue", "--noheader", "--states=PENDING", "--format=%i %r")).Split('\n')
            .Select(line => line.Split(' ')).Where(words => words is [_, "BeginTime"]))
        {
            await Run("scontrol", "update", $"JobId={job[0]}", "StartTime=now");
        }
    }

    // The daemons of jobs are no children of the worker's, and are found by what they were started for.
    private IEnumerable<int> Jobs(string worker) =>
        from status in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _))
        where Read(status, "comm") == "slurmstepd\n"
            && Read(status, "environ").Contains($"SLURM_CONF={Configuration}\0", StringComparison.Ordinal)
        let id = int.Parse(Path.GetFileName(status), CultureInfo.InvariantCulture)
        where Descendants(id).Any(child =>
            Read($"/proc/{child}", "environ").Contains($"SLURMD_NODENAME={worker}\0", StringComparison.Ordinal))
        select id;

    private static IEnumerable<int> Descendants(int process) =>
        from children in Read($"/proc/{process}/task/{process}", "children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let child = int.Parse(children, CultureInfo.InvariantCulture)
        from descendant in Descendants(child).Prepend(child)
        select descendant;

    private static void KillTree(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
        }
        catch (ArgumentException)
        {
            // It has ended meanwhile.
        }
    }

    private static string Read(string folder, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ""; // It has ended meanwhile.
        }
    }

    private void Start(string name, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(command)!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Configuration;
        var daemon = Process.Start(start)!;
        daemon.OutputDataReceived += (_, _) => { };
        daemon.ErrorDataReceived += (_, _) => { };
        daemon.BeginOutputReadLine();
        daemon.BeginErrorReadLine();
        daemons[name] = daemon;
    }

    private async Task<bool> IsReady()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(Pause))
        {
            if (await Run("sinfo", "--noheader", "--format=%T %D") == "idle 2\n")
            {
                return true;
            }

            if (daemons.Values.Any(daemon => daemon.HasExited))
            {
                return false;
            }
        }

        return false;
    }

    private static string? Find(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Append("/usr/sbin").Select(path => Path.Combine(path, command)).FirstOrDefault(File.Exists);

    private static int[] Ports(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }

    // Two processors each, whatever this machine has, and jobs spread over both. Memory is watched by the second, and a worker is missed
    // after five.
    private string Text(int[] ports) => string.Create(CultureInfo.InvariantCulture, $"""
        ClusterName=tests
        SlurmctldHost=localhost
        SlurmctldPort={ports[0]}
        AuthType=auth/none
        CredType=cred/none
        SlurmUser={Environment.UserName}
        SlurmdUser={Environment.UserName}
        StateSaveLocation={folder}/state
        SlurmdSpoolDir={folder}/spool.%n
        SlurmctldPidFile={folder}/slurmctld.pid
        SlurmdPidFile={folder}/slurmd.%n.pid
        SlurmctldLogFile={folder}/slurmctld.log
        SlurmdLogFile={folder}/slurmd.%n.log
        ProctrackType=proctrack/linuxproc
        TaskPlugin=task/none
        MpiDefault=none
        SelectType=select/cons_tres
        SelectTypeParameters=CR_CPU_Memory,CR_LLN
        SchedulerType=sched/backfill
        SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=1
        SlurmdParameters=config_overrides
        SlurmdTimeout=5
        KillWait=2
        ReturnToService=2
        JobAcctGatherType=jobacct_gather/linux
        JobAcctGatherFrequency=1
        JobAcctGatherParams=OverMemoryKill
        AccountingStorageType=accounting_storage/none
        NodeName=w1 NodeHostname=localhost Port={ports[1]} CPUs=2 RealMemory=4000
        NodeName=w2 NodeHostname=localhost Port={ports[2]} CPUs=2 RealMemory=4000
        PartitionName=main Nodes=w1,w2 Default=YES MaxTime=INFINITE State=UP

        """);
}
