# Compiles and starts the bench: measurements that stand outside of the server and of its tests.

BENCH=infra/bench/target/classes

compile_bench() {
  local from="$CLASSES:server/target/demo-lib/*"
  mkdir -p "$BENCH"
  find infra/bench/org -name '*.java' -print0 |
    xargs -0 "$JAVA_HOME/bin/javac" -Xlint:all,-processing,-serial,-classfile -Werror -parameters -d "$BENCH" -cp "$from"
}

# With the compiler a server has in production, not the launcher's light one.
bench() {
  build
  compile_bench
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -cp "$BENCH:$CLASSES:server/target/demo-lib/*" org.holdfast.bench.Main "$@"
}
