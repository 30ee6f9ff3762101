# Sourced after debian.sh: a Docker daemon for the tests alone, with a socket, images and a network of its own, so that no
# other one is touched. Whoever uses it last stops it.

docker_run=/run/gongkai-test-docker
docker_data=/var/cache/gongkai-test-docker
docker_bridge=gongkai-test
export DOCKER_HOST=unix://$docker_run/docker.sock
unset DOCKER_CONTEXT DOCKER_TLS_VERIFY DOCKER_CERT_PATH

if [ "$(id -u)" -ne 0 ]; then
  echo "infra/test-containers starts a Docker of its own and must be root for that; with a Docker that runs already: ./mvnw -Pcontainers verify" >&2
  exit 1
fi
missing=()
command -v dockerd >/dev/null || missing+=(docker.io)
command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
command -v ip >/dev/null || missing+=(iproute2)
command -v xz >/dev/null || missing+=(xz-utils)
install_packages "The container tests" ${missing[@]+"${missing[@]}"}
# Newer releases of Debian pack the client apart.
command -v docker >/dev/null || install_packages "The container tests" docker-cli

docker_answers() {
  docker version >/dev/null 2>&1
}

docker_pid() {
  local pid
  pid=$(cat "$docker_run/docker.pid" 2>/dev/null) && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dockerd ] && echo "$pid"
}

start_docker() {
  local pid
  stop_docker
  ip link add "$docker_bridge" type bridge
  ip address add 10.218.61.1/24 dev "$docker_bridge"
  ip link set "$docker_bridge" up
  # Not the machine's own /etc/docker/daemon.json.
  echo '{}' >"$docker_run/daemon.json"
  # Ports are published on loopback by Docker's proxy; the machine's firewall and routes stay as they are.
  setsid dockerd --config-file "$docker_run/daemon.json" --host "$DOCKER_HOST" --pidfile "$docker_run/docker.pid" \
    --data-root "$docker_data" --exec-root "$docker_run/exec" \
    --containerd-namespace gongkai-test --containerd-plugins-namespace gongkai-test-plugins \
    --bridge "$docker_bridge" --ip 127.0.0.1 \
    --iptables=false --ip6tables=false --ip-masq=false --ip-forward=false >"$docker_run/docker.log" 2>&1 9>&- &
  pid=$!
  until docker_answers; do
    if ! kill -0 "$pid" 2>/dev/null; then
      tail -n 20 "$docker_run/docker.log" >&2
      echo "Docker did not start; the whole output is in $docker_run/docker.log." >&2
      exit 1
    fi
    sleep 0.2
  done
}

# Also what a killed run left behind: a daemon that answers no more; its network, and its directory mounted on itself.
stop_docker() {
  local pid
  if pid=$(docker_pid); then
    kill "$pid"
    timeout 60 tail --pid="$pid" --sleep-interval=0.1 -f /dev/null || kill -KILL "$pid"
  fi
  rm -f "$docker_run/docker.pid"
  if ip link show "$docker_bridge" >/dev/null 2>&1; then ip link delete "$docker_bridge"; fi
  # Busy while containers still run that outlived their daemon: then the next daemon ends them.
  if mountpoint -q "$docker_data"; then umount --quiet "$docker_data" 2>/dev/null || true; fi
}

# Who uses the daemon holds the lock with others; who starts or stops it holds it alone.
leave_docker() {
  if flock --exclusive --nonblock 9; then
    docker container ls --all --quiet | xargs -r docker container rm --force --volumes >/dev/null || true
    # Made again after a week, so that Debian's fixes come in and what nobody needs goes.
    docker image prune --all --force --filter until=168h >/dev/null || true
    stop_docker
  fi
}

mkdir -p "$docker_run" "$docker_data"
exec 9>"$docker_run/lock"
trap leave_docker EXIT
flock --shared 9
# Between two locks another one may have stopped it: look again.
until docker_answers; do
  flock --exclusive 9
  docker_answers || start_docker
  flock --shared 9
done
