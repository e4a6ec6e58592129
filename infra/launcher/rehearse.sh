# A start that was rehearsed once is quicker: the classes in a jar, since Java caches nothing of folders, and its cache.

REHEARSED=server/target/rehearsed

rehearse() {
  build
  say 'Rehearsing a start. This takes half a minute, once for each build.'
  rm -rf "$REHEARSED"
  mkdir -p "$REHEARSED"
  "$JAVA_HOME/bin/jar" --create --file "$REHEARSED/classes.jar" -C server/target/classes .
  infra/server/rehearse "$REHEARSED/holdfast.aot" "$JAVA_HOME/bin/java" "${JVM[@]}" \
    -cp "$REHEARSED/classes.jar:$LIBRARIES" org.holdfast.Main
  cp "$STAMP" "$REHEARSED/built-from"
}

# Sets what a start takes: what was rehearsed, if it was this build.
start_with() {
  START=(-cp "server/target/classes:$LIBRARIES")
  cmp -s "$STAMP" "$REHEARSED/built-from" || return 0
  START=("-XX:AOTCache=$REHEARSED/holdfast.aot" -cp "$REHEARSED/classes.jar:$LIBRARIES")
}
