# Sourced after docker.sh: makes the images from Debian's packages and Maven's artifacts, so that none has to be
# pulled. A name ends in the hash of what its image is made of: what is there already is not made again.

here=$root/infra/test-images

made_of() {
  cat "$@" | sha256sum | head -c 12
}

common=("$root/pom.xml" "$here/pom.xml" "$here/images.sh" "$here/debian.sh")
debian_image=gongkai-test/debian:$(made_of "$here/debian.sh")
postgres_image=gongkai-test/postgres:$(made_of "${common[@]}" "$here"/postgres/*)
kafka_image=gongkai-test/kafka:$(made_of "${common[@]}" "$here"/kafka/* "$JAVA_HOME/release")

missing_image() {
  ! docker image inspect "$1" >/dev/null 2>&1
}

# The very binaries and libraries that the embedded servers run.
collect() {
  local platform=linux-amd64
  [ "$(uname -m)" != aarch64 ] || platform=linux-arm64v8
  mkdir -p "$work/postgres/pgsql" "$work/kafka/libs"
  cp "$here"/postgres/* "$work/postgres"
  cp "$here"/kafka/* "$work/kafka"
  "$root/mvnw" -ntp -q -f "$here/pom.xml" dependency:copy-dependencies -DincludeScope=runtime "-Dpostgres.platform=$platform" "-DoutputDirectory=$work/kafka/libs"
  mv "$work"/kafka/libs/embedded-postgres-binaries-*.jar "$work/postgres.jar"
  (cd "$work" && "$JAVA_HOME/bin/jar" --extract --file postgres.jar && tar -xJf postgres-*.txz -C postgres/pgsql)
  "$JAVA_HOME/bin/jlink" --add-modules java.se,jdk.unsupported --strip-debug --no-header-files --no-man-pages --output "$work/kafka/java"
}

build_image() {
  echo "Making the image $1 …"
  # Debian's Docker brings no other builder than the old one.
  DOCKER_BUILDKIT=0 docker build --quiet --build-arg "DEBIAN=$debian_image" --tag "$1" "$2" >/dev/null 2>"$work/build.log" || {
    cat "$work/build.log" >&2
    return 1
  }
}

if missing_image "$debian_image" || missing_image "$postgres_image" || missing_image "$kafka_image"; then
  mkdir -p "$here/target"
  work=$(mktemp -d "$here/target/XXXXXX")
  if missing_image "$debian_image"; then
    echo "Making the image $debian_image …"
    # Not through a pipe: half an archive would become an image, too.
    sh "$here/debian.sh" >"$work/debian.tar"
    docker import "$work/debian.tar" "$debian_image" >/dev/null
    rm "$work/debian.tar"
  fi
  collect
  build_image "$postgres_image" "$work/postgres"
  build_image "$kafka_image" "$work/kafka"
  rm -rf "$work"
fi
