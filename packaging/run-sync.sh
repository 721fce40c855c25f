# SPDX-License-Identifier: GPL-3.0-or-later
# What `packaging/run --sync` does after building; sourced by it. Ends the script.

SPANGLASS_DEMO=$(mktemp -d /tmp/spanglass-demo-XXXXXX) || die "no temporary directory"
export SPANGLASS_DEMO SPANGLASS_SINK=$top/build/release/bin/spanglass-sink
export SPANGLASS_STORE=$SPANGLASS_DEMO/store
# The window of a demo remembers nothing.
export XDG_CONFIG_HOME=$SPANGLASS_DEMO/config DEMO_LANGFUSE_SECRET=sk-lf-demo
servers=$top/packaging/demo-servers
agents=

clean_up() {
    [ -z "$agents" ] || kill "$agents" 2>/dev/null
    "$servers" stop
    rm -rf "$SPANGLASS_DEMO"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

say "A private PostgreSQL and a Langfuse-compatible sink"
addresses=$("$servers" start) || die "the demo's servers could not be started"
echo "$addresses"
"$spanglass" sync add team-pg --kind postgres --url "$(sed -n 's/^team-pg //p' <<<"$addresses")" >/dev/null &&
    "$spanglass" sync add langfuse --kind langfuse --url "$(sed -n 's/^langfuse //p' <<<"$addresses")" \
        --public-key pk-lf-demo --secret-env DEMO_LANGFUSE_SECRET >/dev/null || die "the destinations could not be added"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "The window delivers what two agents record. At its foot: choose a destination, “Take the server down”"
    "$spanglass" agents rag tools --runs 200 >/dev/null 2>&1 &
    agents=$!
    "$spanglass" --deliver --outage-switch "$servers"
    exit
fi

say "No display here: the same headless. Both servers are up"
"$spanglass" agents rag tools --runs 1 --seed 7 --speed 0 >/dev/null || die "the agents failed"
"$spanglass" sync run --once || die "what should have left did not"
say "PostgreSQL is down; agents go on"
"$servers" down team-pg
"$spanglass" agents rag tools --runs 1 --seed 8 --speed 0 >/dev/null || die "the agents failed"
timeout 60 "$spanglass" sync run --once && die "a server that is down took what was sent"
say "PostgreSQL is back"
"$servers" up team-pg || die "PostgreSQL did not come back"
"$spanglass" sync retry
"$spanglass" sync run --once || die "what waited did not leave"
"$spanglass" sync status
exit
