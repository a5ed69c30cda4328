#!/usr/bin/env bash
# Remakes the recordings in this folder from scratch: starts the built service with its trunk on free ports and an empty store, arranges
# who answers how, places the calls, saves them, and replays what was saved. Takes about four minutes, since time in line is real.
#   bash tests/recordings/make.sh [NAME...]       all, or only those named
# IVR names another build of the service.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
ivr=${IVR:-$root/src/Community211.Ivr.Host/bin/Debug/net10.0/ivr}
[[ -x $ivr ]] || { echo "There is no built service at $ivr. Run: dotnet build src/Community211.Ivr.Host" >&2; exit 2; }
only=" $* "
work=$(mktemp -d)
service=

finish() {
  if [[ -n $service ]]; then
    kill "$service" 2>/dev/null || true
    wait "$service" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT

free_port() {
  local port=$1
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}

port=$(free_port $((53000 + RANDOM % 1000)))
sim=$(free_port $((port + 1)))
trunk=http://127.0.0.1:$sim
export Service__Listen=http://127.0.0.1:$port Twilio__PublicBaseUrl=http://127.0.0.1:$port
export Trunk__Listen=$trunk Twilio__ApiBaseUrl=$trunk Trunk__FallbackDocument=$work/fallback.xml Storage__Path=$work/ivr.db
cd "$root"
"$ivr" run >"$work/service.log" 2>&1 &
service=$!
for _ in $(seq 100); do
  curl -sf "$Service__Listen/health/ready" >/dev/null && break
  kill -0 "$service" 2>/dev/null || { cat "$work/service.log" >&2; exit 1; }
  sleep 0.2
done

# person NUMBER JSON: how somebody answers. Everyone: everyone on the floor.
person() { curl -sf -o /dev/null -X PUT -H 'Content-Type: application/json' -d "$2" "$trunk/sim/people/${1/+/%2B}"; }
everyone() {
  local number
  for number in $(sed -n 's/.*{ id: .*number: "\(+[0-9]*\)".*/\1/p' ivr-flows/places.yaml); do person "$number" "$1"; done
}
nobody_special() { curl -sf -o /dev/null -X DELETE "$trunk/sim/people"; }

# call ARGUMENTS: as the command does. place JSON: with what only the trunk can do, such as faults.
call() { "$ivr" call "$@" >"$work/call.txt" || { cat "$work/call.txt" >&2; return 1; }; }
place() { curl -sfN -o "$work/call.txt" -H 'Content-Type: application/json' -d "$1" "$trunk/sim/calls"; }

# record NAME NOTE, with the calls on standard input.
record() {
  [[ $only == "  " || $only == *" $1 "* ]] || return 0
  eval "$(cat)"
  # What comes last, such as the hang-up of the agent's leg, comes after the caller's end.
  sleep 1
  "$ivr" show last --save "$here/$1.json" --note "$2" >"$work/saved.txt"
  nobody_special
  echo "$1: $(cat "$work/saved.txt")"
}

# First those in which it matters who is rung first: nobody has talked yet.
record agent-no-answer "The first agent does not answer, the second has a mailbox: both are away for a while, and the third takes the call." <<'DO'
person +14165550171 '{"answer":"no-answer"}'
person +14165550172 '{"answer":"mailbox"}'
call --from +14169821122 --to 211 --fast
DO

record agent-leg-drops "The agent's telephone drops out of the talk: the caller is first in line again, and the next agent answers." <<'DO'
person +15195550171 '{"dropAfter":4}'
person +15195550172 '{"ringFor":3}'
call --from +15192521122 --to 211 --fast
DO

record english "From an exchange in Hamilton; stays on the line, and a specialist of the region answers." <<'DO'
call --from +19055291122 --to 211 --fast
DO

record french "From an exchange in Ottawa; chooses French, and is answered in French." <<'DO'
call --from +16132361122 --to 211 --press 2 --fast
DO

record silent "Does nothing at all: in line unasked, lets the question pass, and a specialist answers." <<'DO'
everyone '{"ringFor":19}'
place '{"from":"+14169821122","to":"211","talk":2}'
DO

record anonymous "Hides the number and dials 2-1-1: region unknown, served by the whole province." <<'DO'
call --from anonymous --to 211 --fast
DO

record toll-free "Dials the toll-free number from an exchange in Windsor: the caller's exchange says the region." <<'DO'
call --from +15192521122 --to +18005550199 --fast
DO

record postal-code "Region unknown; keys a postal code in line." <<'DO'
everyone '{"ringFor":19}'
place '{"from":"anonymous","to":"+18005550199","script":[{"press":"2"},{"wait":7},{"press":"1"},{"press":"653283"}],"talk":2}'
DO

record postal-code-ambiguous "Region unknown; keys a postal code whose letters share keys with another region's, and is asked which." <<'DO'
everyone '{"ringFor":19}'
place '{"from":"anonymous","to":"+18005550199","script":[{"press":"2"},{"wait":7},{"press":"1"},{"press":"658286"},{"press":"2"}],"talk":2}'
DO

record wrong-keys "Presses keys that mean nothing, twice, and is in line all the same." <<'DO'
call --from +17057261122 --to 211 --press 7,5 --fast
DO

record hang-up-in-line "Hangs up while an agent's telephone rings: the offer is taken back." <<'DO'
everyone '{"ringFor":19}'
call --from +18076221122 --to 211 --press 2 --hang-up-after 12s
DO

record hang-up-at-welcome "Hangs up before the line." <<'DO'
call --from +14169821122 --to 211 --hang-up-after 3s --fast
DO

record duplicate-delivery "Every webhook of the caller comes twice: one step each, the same answer." <<'DO'
place '{"from":"+16132361122","to":"211","script":[{"press":"2"}],"talk":2,"faults":{"duplicate":["/voice/"],"duplicateStatus":true}}'
DO

record late-status-callback "Hangs up after a talk, and the status of the ended leg comes five seconds late: the call is over only then." <<'DO'
place '{"from":"+15192521122","to":"211","script":[{"press":"2"}],"talk":7,"faults":{"statusDelay":5}}'
DO

record crisis "Presses 9 at the welcome: crisis line, two agents are rung at once, one of them takes the call." <<'DO'
call --from +16132361122 --to 211 --press 9 --fast
DO

record other-language "Presses 3: Spanish, and is offered to an agent who speaks it." <<'DO'
call --from +14169821122 --to 211 --press 3 --fast
DO

record need-by-speech "Says in line what is needed; food is urgent." <<'DO'
everyone '{"ringFor":19}'
place '{"from":"+17057261122","to":"211","script":[{"say":"I have nothing to eat"}],"talk":2}'
DO

"$ivr" replay "$here"
