#!/usr/bin/env bash
# Everything the tests need, then all tests. The last line is "N passed, N failed, N skipped".
#   ./test.sh                                 everything
#   ./test.sh --filter-class "*Goal*"         only these C# tests, without those of the screen
# Set BELLWETHER_TEST_DATA when the shared data does not lie in ../shared/data.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
exec </dev/null
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Nothing here lives long enough to gain from code that measures itself to become faster later, nor from a heap for each processor.
export DOTNET_TieredPGO=0 DOTNET_gcServer=0
results=.test/results
programs=

say() { printf '== %s (after %s s)\n' "$*" "$SECONDS"; }
stop() { printf 'test.sh: %s\n' "$*" >&2; exit 1; }

# One compiler serves the whole build; in a continuous integration it must not outlive it.
quiet() { [ "${CI:-}" != true ] || dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true; }

# Whatever ends this script also ends the test programs and what they started: they share a process group.
memory=
finish() {
  [ -z "$programs" ] || kill -KILL -- "-$programs" 2>/dev/null || true
  [ -z "$memory" ] || rm -rf "$memory"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

command -v dotnet >/dev/null || stop "the .NET SDK is missing; global.json names the version"
dotnet --version >/dev/null || stop "the .NET SDK named in global.json is missing"
command -v node >/dev/null && command -v npm >/dev/null || stop "Node.js 20 or later with npm is missing"
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || stop "Node.js 20 or later is needed, not $(node -v)"

missing=()
installing=
[ -x "${BELLWETHER_CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || missing+=(postgresql)
[ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing+=(fonts-dejavu-core)
[ -e /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf ] || missing+=(fonts-noto-color-emoji)
[ -e /usr/share/wordpress/wp-load.php ] || missing+=(wordpress)
command -v php >/dev/null || missing+=(php-cli)
for extension in mysqli:mysql gd:gd dom:xml mbstring:mbstring curl:curl; do
  compgen -G "/usr/lib/php/*/${extension%:*}.so" >/dev/null || missing+=("php-${extension#*:}")
done
[ -x /usr/sbin/mariadbd ] || missing+=(mariadb-server)
[ -x /usr/bin/radicale ] || missing+=(radicale)
[ -x /usr/bin/khal ] || missing+=(khal)
if [ ${#missing[@]} -gt 0 ]; then
  line="apt-get install -y --no-install-recommends ${missing[*]}"
  command -v apt-get >/dev/null || stop "these are missing (Debian's names): ${missing[*]}"
  [ "$(id -u)" = 0 ] || stop "something is missing; type: sudo $line"
  say "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # It comes while the program is built, which needs none of it.
  (apt-get update -qq && $line -qq >/dev/null) &
  installing=$!
fi

say "Restoring"
# What is tested is what is released: optimised, and compiled ahead, which every program the tests start is faster for.
configuration=Release
build=(--nologo -v q)
# What stays behind for the next build would keep a continuous integration waiting.
[ "${CI:-}" != true ] || export MSBUILDDISABLENODEREUSE=1
servers=
if ! cmp -s tests/servers/package-lock.json tests/servers/node_modules/.installed-lock; then
  (
    cd tests/servers
    for _ in 1 2; do
      npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && exec cp package-lock.json node_modules/.installed-lock
    done
    exit 1
  ) &
  servers=$!
fi
# What the screen is built with comes while the packages of the program do.
[ -d src/ui/node_modules ] || rm -f src/Bellwether.Web/obj/ui-packages.stamp
dotnet msbuild src/Bellwether.Web -t:RestoreUi -p:Configuration=$configuration -nologo -v:q &
screen=$!
dotnet restore Bellwether.slnx --locked-mode "${build[@]}"
wait "$screen" || stop "the packages of the screen did not install (npm ci in src/ui)"

rm -rf "$results"
mkdir -p "$results"
reports=2
codes=()
screen=
if [ $# -eq 0 ]; then
  # Its types are checked when it is built, which happens beside this.
  reports=3
  npm --prefix src/ui test -- --reporter=default --reporter=json --outputFile.json="$PWD/$results/screen.json" >"$results/screen.log" 2>&1 &
  screen=$!
fi

say "Building"
# One compiler for all projects, also where the environment says otherwise: its analysers are made fast once, not six times.
dotnet build Bellwether.slnx -c $configuration --no-restore -p:UseSharedCompilation=true "${build[@]}" || { code=$?; quiet; exit $code; }
quiet
[ -z "$installing" ] || wait "$installing" || stop "the installing failed; type: $line"
[ -z "$servers" ] || wait "$servers" || stop "the test servers did not install (npm ci in tests/servers)"

# A run that was killed leaves its databases behind, gigabytes of them.
find "${TMPDIR:-/tmp}" -maxdepth 1 -type d \( -name 'bellwether-postgres-*' -o -name 'bellwether-wordpress-*' -o -name 'bellwether-radicale-*' \) -mmin +120 -exec rm -rf {} + 2>/dev/null || true
if [ -n "$screen" ]; then
  say "Tests of the screen"
  code=0
  wait "$screen" || code=$?
  cat "$results/screen.log"
  codes+=("vitest=$code")
else
  # A filter may leave one of the two test programs without a test.
  set -- --ignore-exit-code 8 "$@"
fi

say "Testing"
# Thousands of small databases are made and thrown away: where there is room they lie in memory. Killing a program loses nothing there.
if [ -w /dev/shm ] && [ "$(df --output=avail -k /dev/shm | tail -1)" -gt 6000000 ] && [ "$(awk '/MemAvailable/ { print $2 }' /proc/meminfo)" -gt 10000000 ]; then
  memory=$(mktemp -d /dev/shm/bellwether-XXXXXX)
  # The database servers run as users of their own.
  chmod 1777 "$memory"
  export TMPDIR=$memory
fi

# Programs that live for a minute spend much of it on making their code faster for hours to come: they do so later.
export DOTNET_TC_CallCountThreshold=400 DOTNET_TC_CallCountingDelayMs=2000 DOTNET_TC_BackgroundWorkerTimeoutMs=0
code=0
# Each program names its own report: names made from the time of day have met.
run() { dotnet test --project "tests/Bellwether.$1" -c $configuration --no-build --no-progress --results-directory "$PWD/$results" --report-ctrf --report-ctrf-filename "$1.ctrf" "${@:2}"; }
export -f run
export configuration results
setsid bash -c 'run Browser "$@" & stories=$!; code=0; run Tests "$@" || code=$?; wait "$stories" || code=$?; exit $code' run "$@" &
programs=$!
wait "$programs" || code=$?
# A story walks for minutes through the whole program in a real browser; a machine that others keep busy can break one that holds.
# One or two are told once more with nothing beside them, and the sum says that they were.
mapfile -t broken < <(node tests/tally.mjs "$results" again)
if [ ${#broken[@]} -gt 0 ]; then
  say "Once more, alone: ${broken[*]}"
  mkdir "$results/again"
  named=()
  for story in "${broken[@]}"; do named+=(-method "$story"); done
  setsid dotnet "tests/Bellwether.Browser/bin/$configuration/net10.0/Bellwether.Browser.dll" -noColor "${named[@]}" -ctrf "$PWD/$results/again/browser.ctrf" &
  programs=$!
  wait "$programs" || true
fi
if [ $# -eq 0 ]; then
  # Small, and judged by no clock: that each still runs, and that what its figures depend on holds.
  say "Benchmarks in short"
  benches=0
  dotnet "bench/Bellwether.Benchmarks/bin/$configuration/net10.0/Bellwether.Benchmarks.dll" short 2>"$results/benchmarks.log" || { benches=$?; cat "$results/benchmarks.log"; }
  codes+=("benchmarks=$benches")
fi
node tests/tally.mjs "$results" "$reports" "${codes[@]}" "dotnet test=$code"
