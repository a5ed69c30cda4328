#!/usr/bin/env bash
# Builds everything and runs every test, those of tests/conformance by Twilio's own Node library among them. Needs the .NET SDK;
# Node and npm come from Debian where the machine has none. What later tests need from Debian goes into the list below.
# The last line is 'N passed, N failed'. Exit code 0 only when all passed and something ran.
set -uo pipefail
cd "$(dirname "$0")/.."

debian=(chromium)
missing=()
command -v node >/dev/null || debian+=(nodejs)
command -v npm >/dev/null || debian+=(npm)
for package in "${debian[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || { echo "could not install: ${missing[*]}"; echo '0 passed, 1 failed'; exit 1; }
fi
node -e 'process.exit(Number.parseInt(process.versions.node) >= 18 ? 0 : 1)' || {
  echo "Node $(node --version) is too old for Twilio's library: install Node 18 or newer (20 is what its makers test)."
  echo '0 passed, 1 failed'
  exit 1
}
npm ci --prefix tests/conformance --ignore-scripts --no-audit --no-fund --loglevel error || { echo 'npm ci failed in tests/conformance'; echo '0 passed, 1 failed'; exit 1; }

export CI=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=artifacts/test-results
rm -rf "$results"
dotnet build Community211.Ivr.sln -c Release --nologo -v quiet || { echo 'the build failed'; echo '0 passed, 1 failed'; exit 1; }

dotnet test --solution Community211.Ivr.sln -c Release --no-build --max-parallel-test-modules 1 \
  --results-directory "$results" --report-xunit-trx --timeout 18m
code=$?

# Twilio's own Node library against the trunk that was just built.
conformance=$results/conformance.tap
mkdir -p "$results"
CONFIGURATION=Release timeout 10m node --test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=tap --test-reporter-destination="$conformance" tests/conformance/*.test.js
node_code=$?

# The shipped place data is what its sources and its script give.
passed=0 failed=0
if dotnet run ivr-flows/sources/build-places.cs -- --check; then passed=1; else failed=1; fi

files=$(find "$results" -name '*.trx' 2>/dev/null)
projects=$(find tests -name '*.Tests.csproj' | wc -l)
[ "$(echo "$files" | grep -c trx)" -ge "$projects" ] || { echo "only these projects told their results: $files"; failed=$((failed + 1)); }
for file in $files; do
  counters=$(grep -o '<Counters [^>]*>' "$file")
  p=$(echo "$counters" | sed -E 's/.* passed="([0-9]+)".*/\1/') t=$(echo "$counters" | sed -E 's/.* total="([0-9]+)".*/\1/')
  passed=$((passed + p)) failed=$((failed + t - p))
  [ "$t" -gt 0 ] || { echo "no test ran in $file"; failed=$((failed + 1)); }
done
told() { sed -nE "s/^# $1 ([0-9]+)$/\1/p" "$conformance" 2>/dev/null | tail -1; }
tests=$(told tests) pass=$(told pass)
passed=$((passed + ${pass:-0})) failed=$((failed + ${tests:-0} - ${pass:-0}))
[ "${tests:-0}" -gt 0 ] || { echo 'no test of tests/conformance ran'; failed=$((failed + 1)); }
[ "$node_code" -eq 0 ] || [ "${tests:-0}" -gt "${pass:-0}" ] || failed=$((failed + 1))
# A test that was skipped, or a runner that failed for another reason, is a failure too.
[ "$code" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
