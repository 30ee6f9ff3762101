# Sourced after jdk25.sh: builds what has changed into $target/lib.

target=$root/infra/standalone/target
stamp=$target/built

# Directories count too: their time changes when a file in them is removed.
changed() {
  [ ! -e "$stamp" ] || [ -n "$(find "$root" -mindepth 1 \( -name target -o -name '.?*' -o -path "$root/data" -o -path '*/src/test' \) -prune \
    -o \( -name pom.xml -o -path '*/src/main*' \) -newer "$stamp" -print -quit)" ]
}

build() {
  local log=$target/build.log begun=$target/begun
  touch "$begun"
  # Removed, not overwritten: a Gongkai that runs from these jars keeps them, and no old version stays behind.
  # The list of what it is made of takes some seconds and is for jars that are handed on: ./mvnw package makes it.
  rm -rf "$stamp" "$target/lib" "$target/classes/META-INF/sbom"
  echo "Building with $JAVA_HOME (the first build downloads libraries for some minutes) …"
  if ! (cd "$root" && ./mvnw -B -pl infra/standalone -am package -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -Dcyclonedx.skip=true 2>&1) |
    tee "$log" | awk '/Downloaded from/ { if (++n % 100 == 0) { print "  " n " files downloaded"; fflush() } }
      /^\[INFO\] Building [a-z].*\[/ { print "  " $3 " " $NF; fflush() }'; then
    tail -n 40 "$log" >&2
    echo "The build failed; the whole output is in $log." >&2
    exit 1
  fi
  mv "$begun" "$stamp"
}

# One build at a time, one that outlived its killed shell included.
mkdir -p "$target"
(
  if command -v flock >/dev/null && ! flock -n 9; then
    echo "Another build of this project is running; waiting for it …"
    flock 9
  fi
  if changed; then build; fi
) 9>"$target/build.lock"
