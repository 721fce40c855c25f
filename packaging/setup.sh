# SPDX-License-Identifier: GPL-3.0-or-later
# What packaging/run, packaging/test and .ci/run share: installing what is missing, building a preset.
# Sourced by bash, not run. Sets `top`, the root of the source tree, and works from there.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top" || exit 1

# A second checkout finds what the first one compiled, wherever both lie.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$top} CCACHE_NOHASHDIR=1
export NINJA_STATUS="[%f/%t, %es] "

say() { printf '\n== %s\n' "$*"; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# A program of the package's name may have come from elsewhere, and keep Debian's from being installed (npm).
missing_packages() {
    local package
    while read -r package; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
            command -v "$package" >/dev/null || echo "$package"
    done < <(grep -Ev '^(#|$)' "$top/packaging/packages.txt")
}

install_packages() {
    local missing as_root=()
    command -v dpkg-query >/dev/null || die "this is no Debian system: install the packages named in packaging/packages.txt by hand"
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null; then
            die "packages are missing and neither root nor sudo is here. As root: apt-get install" $missing
        fi
        as_root=(sudo)
    fi
    say "Installing" $(wc -w <<<"$missing") "packages"
    "${as_root[@]}" apt-get update </dev/null || die "apt-get update failed"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing </dev/null ||
        die "packages could not be installed:" $missing
}

# build_preset PRESET [TARGET...]: configures build/PRESET and builds it, all of it if no target is named. Fails if either does.
build_preset() {
    local preset=$1
    shift
    say "Building ($preset)"
    cmake --preset "$preset" >"$top/build-$preset.log" 2>&1 ||
        { cat "$top/build-$preset.log"; rm -f "$top/build-$preset.log"; return 1; }
    rm -f "$top/build-$preset.log"
    cmake --build "build/$preset" -j"$(nproc)" ${1:+--target "$@"}
}
