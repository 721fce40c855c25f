#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh PROGRAM CORPUS FINDS [OPTION...] -- SEEDS...: fuzzes for SPANGLASS_FUZZ_SECONDS where that is set; else
# 2000 inputs of one fixed seed, so that what passed once passes again. What widens the coverage is kept in CORPUS for the next time, what breaks the program in FINDS; folders of seeds may be missing.
program=$1 corpus=$2 finds=$3
shift 3
options=() seeds=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do options+=("$1"); shift; done
shift
for folder in "$@"; do [ -d "$folder" ] && seeds+=("$folder"); done
mkdir -p "$corpus" "$finds"
export ASAN_OPTIONS=allocator_may_return_null=1:detect_stack_use_after_return=0
extent=(-seed=1 -runs=2000)
[ -z "${SPANGLASS_FUZZ_SECONDS:-}" ] || extent=(-max_total_time="$SPANGLASS_FUZZ_SECONDS")
exec "$program" "${options[@]}" "${extent[@]}" -timeout=20 -rss_limit_mb=1500 \
    -max_len=65536 -print_final_stats=0 -verbosity=1 -artifact_prefix="$finds/${program##*/}-" "$corpus" "${seeds[@]}"
