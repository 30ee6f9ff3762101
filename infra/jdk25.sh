# Sourced: sets JAVA_HOME to a JDK 25 or newer, or says how to get one.

# A JDK tells its version in its `release` file; a JRE has no javac.
jdk_is_25() {
  local version
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] && [ "$version" -ge 25 ]
}

find_jdk_25() {
  local candidate on_path
  on_path=$(readlink -f "$(command -v java || true)" || true)
  for candidate in "${JAVA_HOME:-}" "${on_path%/bin/java}" /usr/lib/jvm/* /opt/* /opt/*/* /usr/local/* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && jdk_is_25 "$candidate"; then
      echo "$candidate"
      return 0
    fi
  done
  echo "Gongkai needs a JDK 25 or newer, and none was found: install one (for example Eclipse Temurin 25 from https://adoptium.net), or set JAVA_HOME to it." >&2
  return 1
}

JAVA_HOME=$(find_jdk_25) || exit 1
export JAVA_HOME
