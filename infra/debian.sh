# Sourced: Debian's packages that a script needs.

# Installs them, or says what to do; $1 is who needs them.
install_packages() {
  local who=$1
  shift
  [ $# -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "$who need $*: install them (Debian: sudo apt-get install $*) and run this again." >&2
    exit 1
  fi
  echo "Installing $* …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update
  apt-get -qq install --no-install-recommends "$@" >/dev/null
}
