#!/usr/bin/env bash
# Compiles the build program where something changed, then hands every argument to it.
set -euo pipefail

# The folder of this script, through symbolic links; the folder where the user typed stays the current one.
script=${BASH_SOURCE[0]}
while [ -L "$script" ]; do
  link=$(readlink "$script")
  case $link in
    /*) script=$link ;;
    *) script=$(dirname "$script")/$link ;;
  esac
done
case $script in */*) ;; *) script=./$script ;; esac
root=$(CDPATH='' cd -P -- "${script%/*}/" && pwd)

output=$root/build/bin/Release/net10.0
stamp=$root/build/obj/build.sh.stamp
log=$root/build/obj/build.sh.log

if [ -n "${DOTNET_ROOT:-}" ] && [ -x "$DOTNET_ROOT/dotnet" ]; then
  PATH=$DOTNET_ROOT:$PATH
fi
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

require_sdk() {
  local version
  if ! version=$(cd "$root" && dotnet --version 2>/dev/null) || [ "${version%%.*}" -lt 10 ]; then
    {
      echo "The .NET 10 SDK is missing: it is needed to compile this project (global.json asks for 10.0.100 or a later 10.0 version)."
      echo "Install it from https://dotnet.microsoft.com/download/dotnet/10.0, or on Linux and macOS with"
      echo "  curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 && export DOTNET_ROOT=\$HOME/.dotnet"
      echo "and type the same command again."
    } >&2
    exit 1
  fi
}

# Name, length, when the content was written, and for inputs when anything at all was: nobody can set that. So a file that is changed,
# added, removed or put back is seen, and compiled files where an editor compiled something else meanwhile; but not that another clone
# links to a compiled file, which is why that time of outputs is left out.
case $OSTYPE in
  linux-gnu*) input=(-printf '%p %s %T@ %C@\n') compiled=(-printf '%p %s %T@\n') ;;
  darwin* | *bsd*) input=(-exec stat -f '%N %z %Fm %Fc' {} +) compiled=(-exec stat -f '%N %z %Fm' {} +) ;;
  *) input=(-exec stat -c '%n %s %.Y %.Z' {} +) compiled=(-exec stat -c '%n %s %.Y' {} +) ;;
esac

inputs() {
  echo "UseNamedPackages=${UseNamedPackages:-} CI=${CI:-}"
  cd "$root"
  find build src Directory.Build.props Directory.Packages.props global.json .editorconfig \
    -type d \( -name bin -o -name obj \) -prune -o -type f "${input[@]}"
}

outputs() {
  find "$output" -maxdepth 1 -name '*.dll' "${compiled[@]}"
}

is_fresh() {
  [ -f "$output/Build.dll" ] && [ -f "$stamp" ] && [ "$(inputs && outputs)" = "$(<"$stamp")" ]
}

compile() {
  require_sdk
  local seen
  seen=$(inputs)
  # build.ps1 keeps a stamp of its own: neither is true of what the other compiled.
  rm -f "$stamp" "$root/build/obj/build.ps1.stamp"
  echo "Compiling the build program; the first time takes a minute ..." >&2
  # A compiler server may outlive this command: it must not keep the lock (9).
  if ! (cd "$root" && dotnet build build/Build.csproj -c Release --nologo -v q -tl:off -nodeReuse:false 9>&-) >"$log" 2>&1; then
    cat "$log" >&2
    echo "The build program does not compile: the compiler's messages are above." >&2
    exit 1
  fi
  # The stamp names what was there before the compiler ran: an edit made meanwhile is compiled next time.
  { printf '%s\n' "$seen" && outputs; } >"$stamp.$$"
  mv -f "$stamp.$$" "$stamp"
}

if ! command -v dotnet >/dev/null 2>&1; then
  require_sdk
fi

# Started by the build program of this very folder (a test does that): compiling would change files that are in use.
if [ "${FASHION_PIPELINE_RUNNING:-}" != "$root" ] || [ ! -f "$output/Build.dll" ]; then
  [ -d "$root/build/obj" ] || mkdir -p "$root/build/obj" 2>/dev/null || true
  # Running holds the lock with others, compiling holds it alone: no program is replaced while it runs.
  # Where it cannot be had, as in a checkout that is read only, nobody compiles.
  { exec 9>>"$root/build/obj/build.sh.lock"; } 2>/dev/null || is_fresh || {
    echo "The build program has to be compiled, and $root cannot be written to." >&2
    exit 1
  }
  lock() {
    if { true >&9; } 2>/dev/null && command -v flock >/dev/null 2>&1; then
      flock -n "$1" 9 || { echo "Waiting for another build.sh in $root ..." >&2; flock "$1" 9; }
    fi
  }
  lock -s
  until is_fresh; do
    lock -x
    is_fresh || compile
    lock -s
  done
  export FASHION_PIPELINE_RUNNING=$root
fi

exec dotnet "$output/Build.dll" "$@"
