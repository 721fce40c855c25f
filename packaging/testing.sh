# SPDX-License-Identifier: GPL-3.0-or-later
# Running the tests of a preset and counting test functions. Sourced after setup.sh.

passed=0 failed=0 skipped=0

# run_tests PRESET [ctest option...]: runs them and adds to the counts. Every test program leaves its results
# in build/PRESET/results; one that broke off before writing them counts as one failure.
run_tests() {
    local preset=$1 build=$top/build/$1 started program
    shift
    say "Testing ($preset)"
    rm -rf "$build/results"
    mkdir -p "$build/results"
    ctest --test-dir "$build" -j"$(nproc)" --output-on-failure --no-tests=error \
        --output-junit "$build/results/ctest.junit" "$@" </dev/null
    [ -s "$build/results/ctest.junit" ] || { failed=$((failed + 1)); return; }
    while read -r started program; do
        count_program "$build/results/$program.xml" "$started"
    done < <(programs_in "$build/results/ctest.junit")
}

# "run NAME" or "fail NAME" for each program ctest started, "notrun NAME" for one it could not.
programs_in() {
    sed -n 's/.*<testcase name="\([^"]*\)".* status="\([^"]*\)".*/\2 \1/p' "$1"
}

# count_program RESULTS STATUS: adds one program's test functions and data rows.
count_program() {
    local p=0 f=0 s=0
    read -r p f s < <(awk '
        function done() {
            if (open) { if (bad) f++; else if (left) s++; else p++ }
            open = 0
        }
        /^ *<testcase / {
            done()
            open = $0 !~ /name="(initTestCase|cleanupTestCase)"/
            bad = left = 0
        }
        /^ *<(failure|error)/ { if (!open) { open = 1 } bad = 1 }
        /^ *<skipped/ { open = left = 1 }
        END { done(); print p + 0, f + 0, s + 0 }' "$1" 2>/dev/null)
    # No results, or a failure that the results do not show: a crash, a time limit, a test that is no QtTest.
    if [ "$((p + f + s))" = 0 ] || { [ "$2" != run ] && [ "$f" = 0 ]; }; then
        if [ "$2" = run ]; then p=$((p + 1)); else f=$((f + 1)); fi
    fi
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

# The sum, alone on the last line; fails if any test did.
print_total() {
    printf '\n%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
    [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
