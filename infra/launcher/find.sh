# Finds what Holdfast is built with, or says in one sentence what is missing (exit 2).

JDK_AT_LEAST=25

say() { printf '%s\n' "$*" >&2; }

refuse() {
  say "$*"
  exit 2
}

# The release file instead of `java -version`: no JVM has to start for the question.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n '1s/[^"]*"\([0-9]*\).*/\1/p'
  fi
}

jdk_candidates() {
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  local java
  java=$(command -v java) && dirname "$(dirname "$(readlink -f "$java")")"
  printf '%s\n' /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*
  printf '%s\n' /Library/Java/JavaVirtualMachines/*/Contents/Home
  sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "$HOME/.m2/toolchains.xml" 2>/dev/null || true
}

find_jdk() {
  local home version
  while read -r home; do
    version=$(jdk_version "$home") || continue
    if [ "${version:-0}" -ge "$JDK_AT_LEAST" ]; then
      export JAVA_HOME=$home
      return
    fi
  done < <(jdk_candidates)
  refuse "Holdfast needs a JDK $JDK_AT_LEAST or newer, and none was found. Set JAVA_HOME to one, or install one."
}

find_node() {
  local version major minor
  version=$(node --version 2>/dev/null) || refuse 'Holdfast needs Node.js 20.19 or newer, and there is no node on the path.'
  IFS=. read -r major minor _ <<<"${version#v}"
  if [ "$major" -gt 22 ] || { [ "$major" -eq 22 ] && [ "$minor" -ge 12 ]; } || { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; }; then
    return
  fi
  refuse "Holdfast needs Node.js 20.19 (or 22.12) or newer; node on the path is ${version#v}."
}

find_maven() {
  command -v mvn >/dev/null || refuse 'Holdfast needs Apache Maven, and there is no mvn on the path.'
  # Maven's own libraries make a new JDK warn of what is no concern of ours.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
}

need_tools() {
  find_jdk
  find_node
  find_maven
}
