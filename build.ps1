# Compiles the build program where something changed, then hands every argument to it.
# There is no param() block: PowerShell would take -t or --set for its own.
$ErrorActionPreference = 'Stop'

$script = Get-Item -LiteralPath $PSCommandPath
while ($script.LinkType -eq 'SymbolicLink') {
  $target = @($script.Target)[0]
  if (-not [IO.Path]::IsPathRooted($target)) { $target = Join-Path $script.DirectoryName $target }
  $script = Get-Item -LiteralPath $target
}
$root = $script.DirectoryName
$output = [IO.Path]::Combine($root, 'build', 'bin', 'Release', 'net10.0')
$objects = [IO.Path]::Combine($root, 'build', 'obj')
$stamp = Join-Path $objects 'build.ps1.stamp'
$log = Join-Path $objects 'build.ps1.log'

if ($env:DOTNET_ROOT -and (Get-Command (Join-Path $env:DOTNET_ROOT 'dotnet') -ErrorAction SilentlyContinue)) {
  $env:PATH = $env:DOTNET_ROOT + [IO.Path]::PathSeparator + $env:PATH
}
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Assert-Sdk {
  $version = ''
  if (Get-Command dotnet -ErrorAction SilentlyContinue) {
    Push-Location -LiteralPath $root
    try { $version = "$(& { $ErrorActionPreference = 'Continue'; dotnet --version 2>$null })" } finally { Pop-Location }
  }
  if ($version -notmatch '^10\.') {
    [Console]::Error.WriteLine('The .NET 10 SDK is missing: it is needed to compile this project (global.json asks for 10.0.100 or a later 10.0 version).')
    [Console]::Error.WriteLine('Install it from https://dotnet.microsoft.com/download/dotnet/10.0, or on Windows with')
    [Console]::Error.WriteLine('  winget install Microsoft.DotNet.SDK.10')
    [Console]::Error.WriteLine('and type the same command again in a new terminal.')
    exit 1
  }
}

function Get-Checksums($files) {
  $sha = [Security.Cryptography.SHA256]::Create()
  $lines = foreach ($file in $files | Sort-Object) {
    $file.Substring($root.Length) + ' ' + [BitConverter]::ToString($sha.ComputeHash([IO.File]::ReadAllBytes($file)))
  }
  $lines -join "`n"
}

# Every input with its checksum: a file that is changed, added, removed or put back is seen, whatever its time stamp.
function Get-Inputs {
  $files = foreach ($folder in 'build', 'src') { [IO.Directory]::EnumerateFiles((Join-Path $root $folder), '*', 'AllDirectories') }
  $files = @($files | Where-Object { $_.Substring($root.Length) -notmatch '[\\/](bin|obj)[\\/]' })
  $files += 'Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig' | ForEach-Object { Join-Path $root $_ }
  "UseNamedPackages=$env:UseNamedPackages CI=$env:CI`n" + (Get-Checksums $files)
}

# An editor may compile something else meanwhile; a clock that was set back would lie about that.
function Get-Outputs { Get-Checksums ([IO.Directory]::EnumerateFiles($output, '*.dll')) }

function Test-Fresh {
  (Test-Path -LiteralPath (Join-Path $output 'Build.dll')) -and (Test-Path -LiteralPath $stamp) -and
    ([IO.File]::ReadAllText($stamp) -ceq "$(Get-Inputs)`n$(Get-Outputs)")
}

function Invoke-Compiler {
  Assert-Sdk
  $seen = Get-Inputs
  # build.sh keeps a stamp of its own: neither is true of what the other compiled.
  'build.ps1.stamp', 'build.sh.stamp' | ForEach-Object { Join-Path $objects $_ } |
    Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Remove-Item -LiteralPath $_ }
  [Console]::Error.WriteLine('Compiling the build program; the first time takes a minute ...')
  Push-Location -LiteralPath $root
  try {
    $ErrorActionPreference = 'Continue'
    dotnet build build/Build.csproj -c Release --nologo -v q -tl:off -nodeReuse:false *> $log
    $exitCode = $LASTEXITCODE
  }
  finally { Pop-Location }
  if ($exitCode -ne 0) {
    [Console]::Error.Write([IO.File]::ReadAllText($log))
    [Console]::Error.WriteLine("The build program does not compile: the compiler's messages are above.")
    exit 1
  }
  # The stamp names what was there before the compiler ran: an edit made meanwhile is compiled next time.
  [IO.File]::WriteAllText($stamp, "$seen`n$(Get-Outputs)")
}

# A handle that nobody shares: only one compiles at a time. The system drops it when the process ends.
function Enter-Lock {
  $told = $false
  while ($true) {
    try { return [IO.File]::Open((Join-Path $objects 'build.ps1.lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
    catch [IO.IOException] {
      if (-not $told) { [Console]::Error.WriteLine("Waiting for another build.ps1 in $root ..."); $told = $true }
      Start-Sleep -Milliseconds 200
    }
  }
}

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Assert-Sdk }

# Started by the build program of this very folder (a test does that): compiling would change files that are in use.
if ($env:FASHION_PIPELINE_RUNNING -cne $root -or -not (Test-Path -LiteralPath (Join-Path $output 'Build.dll'))) {
  [void](New-Item -ItemType Directory -Force -Path $objects)
  if (-not (Test-Fresh)) {
    $lock = Enter-Lock
    try { if (-not (Test-Fresh)) { Invoke-Compiler } } finally { $lock.Dispose() }
  }
}

$before = $env:FASHION_PIPELINE_RUNNING
$env:FASHION_PIPELINE_RUNNING = $root
try { dotnet (Join-Path $output 'Build.dll') @args } finally { $env:FASHION_PIPELINE_RUNNING = $before }
exit $LASTEXITCODE
