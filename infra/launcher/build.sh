# Builds what changed, and nothing when nothing did: the contents of the sources are what counts, not their dates.

STAMP=server/target/built-from

fingerprint() {
  find pom.xml server/pom.xml server/src/main web-client \
    \( -name node_modules -o -name dist -o -name build -o -name e2e -o -name '*.test.ts' \) -prune -o -type f -print0 |
    sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

built() {
  [ "$(cat "$STAMP" 2>/dev/null)" = "$1" ] && [ -d server/target/classes/web ] && [ -d server/target/demo-lib ] && [ -d server/target/checker-lib ]
}

build() {
  need_tools
  local now
  now=$(fingerprint)
  built "$now" && return
  say 'Building Holdfast. The first time takes a minute or two.'
  # Pages of an earlier build have other names, so copying alone would leave them lying there.
  rm -rf server/target/classes/web
  maven_quietly process-classes
  printf '%s\n' "$now" >"$STAMP"
}

# A few words on the way, and the whole of Maven's only when something broke.
maven_quietly() {
  local log
  log=$(mktemp)
  if mvn -B "$@" 2>&1 | tee "$log" | awk -f infra/launcher/progress.awk >&2; then
    rm -f "$log"
  else
    grep -vE '^(\[INFO\] )?(Downloading|Downloaded|Progress)' "$log" >&2
    rm -f "$log"
    say 'The build did not get through. What Maven said stands above.'
    exit 1
  fi
}
