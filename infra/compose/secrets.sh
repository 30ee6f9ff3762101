#!/usr/bin/env bash
# Makes what this installation keeps secret, as far as it is not there yet, and certificates anew that end within 30 days:
# ./secrets.sh DIRECTORY. Each service gets a directory of its own, which is all that it sees; every file has mode 0600.
set -euo pipefail
umask 077
secrets=${1:?which directory}
hosts=${GONGKAI_HOST:-gongkai.localhost},${GONGKAI_ISSUER_HOST:-issuer.localhost}
mkdir -p "$secrets"
cd "$secrets"
mkdir -p ca setup/passwords postgres kafka command/{keys,settings} query/{keys,settings} issuer/{keys,settings}

# Under its name only when it is whole: a start that was cut short begins again.
put() {
  cat >"$1.next"
  mv "$1.next" "$1"
}

key() {
  openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256
}

if [ ! -e ca/ca.crt ]; then
  key | put ca/ca.key
  openssl req -x509 -new -key ca/ca.key -days 3650 -subj "/CN=Gongkai, this installation" \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" | put ca/ca.crt
fi

# FILE NAME EXTENSIONS: key and certificate in one file, for a year and a month.
certificate() {
  # Another authority's, which somebody put there for browsers, is theirs to renew.
  if [ -e "$1" ] && ! openssl verify -CAfile ca/ca.crt -no_check_time "$1" >/dev/null 2>&1; then
    case $1 in */web.pem) return ;; esac
  elif [ -e "$1" ] && openssl x509 -in "$1" -noout -checkend $((30 * 86400)) >/dev/null; then
    return
  fi
  key >"$1.key"
  openssl req -new -key "$1.key" -subj "/CN=$2" |
    openssl x509 -req -CA ca/ca.crt -CAkey ca/ca.key -set_serial "0x01$(openssl rand -hex 15)" -days 396 -extfile <(printf '%s\n' \
      "basicConstraints=critical,CA:FALSE" "keyUsage=critical,digitalSignature" "authorityKeyIdentifier=keyid" "$3") 2>/dev/null >"$1.crt"
  cat "$1.key" "$1.crt" | put "$1"
  rm "$1.key" "$1.crt"
}

# Servers by the names under which others look for them, and on this machine for who tends them.
for server in postgres kafka; do
  certificate $server/tls.pem $server "$(printf '%s\n' "subjectAltName=DNS:$server,DNS:localhost,IP:127.0.0.1" "extendedKeyUsage=serverAuth,clientAuth")"
done
for client in setup command query; do
  certificate $client/tls.pem $client "extendedKeyUsage=clientAuth"
done
for web in command query issuer; do
  certificate $web/web.pem $web "$(printf '%s\n' "subjectAltName=DNS:$web,DNS:localhost,IP:127.0.0.1,DNS:${hosts//,/,DNS:}" "extendedKeyUsage=serverAuth")"
done
for each in setup postgres kafka command query issuer; do
  put $each/ca.crt <ca/ca.crt
done

# What a JVM trusts: the world's authorities, for webhooks and a provider elsewhere, and ours.
for each in command query issuer; do
  if [ ! -e $each/trust.p12 ] || [ ca/ca.crt -nt $each/trust.p12 ]; then
    cp "$JAVA_HOME/lib/security/cacerts" $each/trust.next
    chmod 600 $each/trust.next
    "$JAVA_HOME/bin/keytool" -importcert -noprompt -alias gongkai-installation -file ca/ca.crt -keystore $each/trust.next \
      -storepass changeit 2>/dev/null
    mv $each/trust.next $each/trust.p12
  fi
done

password() {
  [ -s "$1" ] || openssl rand -hex 24 | tr -d '\n' | put "$1"
}

for role in gongkai gongkai_ledger_owner gongkai_command gongkai_query gongkai_issuer; do
  password setup/passwords/$role
done
put postgres/password <setup/passwords/gongkai
put command/settings/gongkai.ledger.password <setup/passwords/gongkai_command
put query/settings/gongkai.projection.password <setup/passwords/gongkai_query
put issuer/settings/gongkai.accounts.password <setup/passwords/gongkai_issuer

# With another provider: its secret for us goes into this file, and the issuer is not started.
password query/settings/gongkai.client.secret
[ -e issuer/keys/clients.json ] || printf '{"gongkai-query":"%s"}' "$(cat query/settings/gongkai.client.secret)" | put issuer/keys/clients.json
