# From Maven's many lines, those that tell a waiting person that something goes on.
function tell(what) {
  if (what != last) print "  · " what
  last = what
  fflush()
}

/^(\[INFO\] )?Downloaded from/ { if (++fetched % 50 == 0) tell(fetched " files from Maven's repository") }
/^  · /            { sub(/^  · /, ""); tell($0) }
/maven-compiler-plugin|compiler:[0-9.]+:compile/ { tell("server") }
/maven-dependency-plugin|dependency:[0-9.]+:copy/ { tell("libraries of the server") }
