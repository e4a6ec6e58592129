# Prints what it reads, and writes to the file `kept` the name of each test that passed only when it was tried again: as
# Surefire lists them under "Flakes:", and as Vitest marks them in its line.
{ print; fflush() }

/^\[WARNING\] Flakes:/ { flakes = 1; next }
flakes && /Tests run:/ { flakes = 0 }
flakes && /^\[WARNING\] [^ ]/ { print $2 >> kept }

/✓.*\(retry x[0-9]+\)/ {
  sub(/^ *✓ */, "")
  sub(/ *[0-9]+ms *\(retry.*/, "")
  print >> kept
}
