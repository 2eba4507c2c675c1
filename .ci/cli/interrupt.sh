# Ctrl-C: montecarlo prints what it has and how many runs that is, leaves no file
# and ends with 130. What it prints is what so many runs give.

say "Ctrl-C"
mkdir "$scratch/cwd"
code=0
timeout --foreground --preserve-status -k 20 -s INT 2 \
	"$program" montecarlo quartet --runs 100000000 --out "$scratch/cwd/many" >"$out" 2>"$talk" </dev/null || code=$?
[ "$code" -eq 130 ] || fail "an interrupted montecarlo ends with $code, not 130"
empty "$scratch/cwd"
runs=$(sed -n 's|^Runs  *\([1-9][0-9]*\) / 100000000$|\1|p' "$out")
if [ -n "$runs" ]; then
	says "interrupted after $runs of 100000000 runs; no file was written"
	sed '/^Runs /d' "$out" >"$scratch/prefix"
	try 0 montecarlo quartet --runs "$runs"
	sed '/^Runs /d' "$out" >"$scratch/whole"
	same "$scratch/prefix" "$scratch/whole" "what an interrupted montecarlo prints is not what $runs runs give"
else
	cat "$out" "$talk" >&2
	fail "an interrupted montecarlo does not print how many runs it has"
fi

code=0
timeout --foreground --preserve-status -k 20 -s INT 2 \
	"$program" backtest 2025 --runs 50000 --out "$scratch/cwd/many" >"$out" 2>"$talk" </dev/null || code=$?
[ "$code" -eq 130 ] || fail "an interrupted backtest ends with $code, not 130"
empty "$scratch/cwd"
says "of 50000 runs; no file was written"

# Being asked to end (SIGTERM, as batch systems do) is the same.
code=0
timeout --foreground --preserve-status -s TERM 1 "$program" montecarlo quartet --runs 100000000 >"$out" 2>"$talk" </dev/null || code=$?
[ "$code" -eq 130 ] || fail "a terminated montecarlo ends with $code, not 130"
