# The checks, in the order they run. Each is a function step_NAME, and each runs alone by its name.

STEPS=(tools build format lint launcher bench server client sizes licences package browser accessibility)
# Without these nothing after them can tell anything.
GROUND=(tools build)

step_tools() {
  need chromium chromium /usr/bin/chromium
  need firefox-esr firefox-esr /usr/bin/firefox-esr
  need redis-server redis-server "$(command -v redis-server || true)"
  need coturn coturn "$(command -v turnserver || true)"
  need strace strace "$(command -v strace || true)"
  # Poor lines and closed ones are networks that the tests make themselves.
  need iproute2 iproute2 "$(command -v ip || true)"
  need nftables nftables "$(command -v nft || true)"
}

# need <package> <what it is> <where it is, if it is>
need() {
  [ -n "$3" ] && [ -x "$3" ] && return
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    say "The tests need $2. Install it with your system's packages, then try again."
    return 1
  fi
  [ -n "${APT_FRESH:-}" ] || { apt-get update -qq && APT_FRESH=yes; } || return 1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" </dev/null >/dev/null || return 1
}

step_build() { build; }

step_format() {
  mvn -q -ntp -pl .,server spotless:check
  prettier --check
}

step_lint() {
  cd web-client
  npm run --silent lint
  npm run --silent check
}

step_launcher() { node --test --test-reporter=spec infra/checks/launcher.test.mjs; }

# Whether it still compiles and runs; its figures are nobody's concern here.
step_bench() {
  node --test --test-reporter=spec infra/bench/relay.test.mjs
  bench decisions --quick
}

# Surefire's own words tell which test and why; the build around it need not.
step_server() {
  mvn -B -ntp -pl server test | tried_again |
    sed -u '/^\[INFO\] \(---\|Copying\|Nothing\|Wrote\|skip\|$\)/d; /^\[INFO\].*already exists/d; /^\[ERROR\] \($\|->\|To see\|Re-run\|For more\|\[Help\)/d'
}

step_client() { (cd web-client && npm run --silent test); }

step_sizes() { node infra/checks/sizes.mjs; }

step_licences() { node infra/checks/licences.mjs; }

# A person's way through every page, in real browsers.
step_browser() { (cd web-client && npx --no-install vitest run --config e2e/vitest.config.ts) | tried_again; }

# Each page and state of that way was put before axe; this reads what it said.
step_accessibility() {
  contains browser "${CHOSEN[@]}" || step_browser
  node infra/checks/accessibility.mjs
}

step_package() {
  local now from=server/target/packaged-from
  now=$(fingerprint)
  if ! [ -f server/target/holdfast.jar ] || [ "$(cat $from 2>/dev/null)" != "$now" ]; then
    mvn -q -ntp -DskipTests package
    printf '%s\n' "$now" >$from
  fi
  node infra/checks/packaged.mjs
  node --test --test-reporter=spec infra/checks/rehearsed.test.mjs
}

# Passes on what a step prints, and keeps what passed only when it was tried again.
tried_again() { awk -v kept="$TRIED_AGAIN" -f infra/checks/tried-again.awk; }

contains() {
  local wanted=$1
  shift
  [[ " $* " == *" $wanted "* ]]
}

# Sets OUTCOME instead of answering by exit code: bash switches -e off in whatever an `if` or `&&` asks.
run_step() {
  local name=$1 started=$SECONDS
  printf '\n── %s\n' "$name"
  set +e
  (
    set -euo pipefail
    "step_$name"
  )
  OUTCOME=$?
  set -e
  if [ $OUTCOME -eq 0 ]; then
    printf '── %s passed in %d s\n' "$name" $((SECONDS - started))
  else
    printf '── %s FAILED after %d s. Alone: ./holdfast test %s\n' "$name" $((SECONDS - started)) "$name"
  fi
}

run_steps() {
  [ -t 1 ] || export NO_COLOR=1
  local passed=0 failed=() skipped=0 name
  TRIED_AGAIN=$(mktemp)
  trap 'rm -f "$TRIED_AGAIN"' EXIT
  CHOSEN=("$@")
  [ $# -gt 0 ] || CHOSEN=("${STEPS[@]}")
  for name in "${CHOSEN[@]}"; do
    contains "$name" "${STEPS[@]}" || refuse "There is no step '$name'. The steps are: ${STEPS[*]}."
  done
  # A step asked for alone still needs what it checks to be built.
  [ $# -eq 0 ] || contains tools "$@" || build
  for name in "${CHOSEN[@]}"; do
    run_step "$name"
    if [ $OUTCOME -eq 0 ]; then
      passed=$((passed + 1))
    else
      failed+=("$name")
      if contains "$name" "${GROUND[@]}"; then
        skipped=$((${#CHOSEN[@]} - passed - ${#failed[@]}))
        break
      fi
    fi
  done
  printf '\nIn all %d s.\n' $SECONDS
  if [ -s "$TRIED_AGAIN" ]; then
    printf 'Passed only when tried again, and so to be mended:\n'
    sed 's/^/  /' "$TRIED_AGAIN"
  fi
  [ ${#failed[@]} -eq 0 ] || printf 'Failed: %s. One alone: ./holdfast test %s\n' "${failed[*]}" "${failed[0]}"
  printf '%d passed, %d failed, %d skipped\n' $passed ${#failed[@]} $skipped
  [ ${#failed[@]} -eq 0 ]
}
