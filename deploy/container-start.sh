#!/bin/bash
# Starts Klankbord and Caddy, each as a user of its own. When one of them ends the other is ended, too, and whoever runs
# the container starts it again.
set -euo pipefail
: "${KLANKBORD_DOMAIN:?say which domain name leads here: -e KLANKBORD_DOMAIN=meedoen.voorbeeldstad.example}"
export KLANKBORD_DOMAIN KLANKBORD_URL="https://$KLANKBORD_DOMAIN"
cd "$(dirname "$0")/.."
umask 077
install -d -o klankbord -g klankbord -m 700 /var/lib/klankbord
install -d -o caddy -g caddy -m 700 /var/lib/caddy

# The very first start prints a link that signs in: a log is no place for it.
setpriv --reuid=klankbord --regid=klankbord --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all \
  klankbord serve --no-sample --port 8080 > /dev/null &
server=$!
# All that Caddy may do beyond that is to listen on the ports 80 and 443.
HOME=/var/lib/caddy XDG_DATA_HOME=/var/lib/caddy XDG_CONFIG_HOME=/var/lib/caddy \
  setpriv --reuid=caddy --regid=caddy --clear-groups --bounding-set=-all,+net_bind_service \
  --inh-caps=-all,+net_bind_service --ambient-caps=-all,+net_bind_service \
  caddy run --config deploy/Caddyfile --adapter caddyfile &
proxy=$!

trap 'kill "$server" "$proxy" 2> /dev/null || true' TERM INT
status=0
wait -n "$server" "$proxy" || status=$?
kill "$server" "$proxy" 2> /dev/null || true
# PostgreSQL writes down what it has before it ends.
wait "$server" || true
wait "$proxy" || true
exit "$status"
