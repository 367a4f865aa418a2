#!/bin/sh
# Chromium and PostgreSQL for the tests: installed when root and absent, else says what to do.
set -eu
server=${DUGNAD_TEST_POSTGRES:-postgres://postgres@127.0.0.1:5432/postgres}
reached() { .venv/bin/python -c "import psycopg,sys; psycopg.connect('$server', connect_timeout=3).close()" 2>/dev/null; }
install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo "Please install $1 and run make test again."; exit 1; }
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null
}
[ -x /usr/bin/chromium ] || install chromium
if ! reached; then
    [ -z "${DUGNAD_TEST_POSTGRES:-}" ] || { echo "DUGNAD_TEST_POSTGRES is set, but no server answers there."; exit 1; }
    install postgresql
    version=$(ls /etc/postgresql | tail -n 1)
    sed -i 's/^\(host.*127.0.0.1\/32 *\)[a-z0-9-]*$/\1trust/' "/etc/postgresql/$version/main/pg_hba.conf"
    pg_ctlcluster --skip-systemctl-redirect "$version" main restart
    for _ in 1 2 3 4 5 6 7 8 9 10; do reached && break; sleep 1; done
    reached || { echo "PostgreSQL is installed, but does not answer at 127.0.0.1:5432 for user postgres without a password."; exit 1; }
fi
