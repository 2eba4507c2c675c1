# The same seed gives the same bytes: in another process, built or run by go, for
# any number of workers and of processors.

say "same bytes"
one=$scratch/one two=$scratch/two
play() { # play DIR PREFIX...
	local dir=$1
	shift
	mkdir "$dir"
	"$@" run quartet --seed 3 --json --series "$dir/series.csv" >"$dir/run.json" 2>/dev/null || fail "run with: $*"
}
play "$one" "$program"
play "$two" "$program"
play "$scratch/three" env GOMAXPROCS=1 "$program"
play "$scratch/four" go run ./cmd/entangle
for other in "$two" "$scratch/three" "$scratch/four"; do
	diff -rq "$one" "$other" || fail "run --json or --series: not the same bytes twice"
done

try 0 montecarlo quartet --runs 300 --seed 3 --workers 1 --out "$scratch/w1"
cp "$out" "$scratch/w1.txt"
for n in 2 7; do
	try 0 montecarlo quartet --runs 300 --seed 3 --workers "$n" --out "$scratch/w$n"
	diff -rq "$scratch/w1" "$scratch/w$n" || fail "--workers $n writes other bytes than --workers 1"
	same "$scratch/w1.txt" "$out" "--workers $n prints other bytes than --workers 1"
done
GOMAXPROCS=1 try 0 montecarlo quartet --runs 300 --seed 3 --workers 7 --out "$scratch/p1"
diff -rq "$scratch/w1" "$scratch/p1" || fail "GOMAXPROCS=1 changes the bytes"
[ "$(ls "$scratch/w1")" = $'experiment.json\noutcomes.csv\nseries.csv' ] || fail "--out writes $(ls "$scratch/w1")"

try 0 ablate quartet --runs 40 --workers 1 --out "$scratch/a1.csv"
cp "$out" "$scratch/a1.txt"
try 0 ablate quartet --runs 40 --workers 7 --out "$scratch/a7.csv"
same "$scratch/a1.csv" "$scratch/a7.csv" "ablate --workers 7 writes other bytes than --workers 1"
same "$scratch/a1.txt" "$out" "ablate --workers 7 prints other bytes than --workers 1"

try 0 backtest 2025 --runs 40 --workers 1 --out "$scratch/b1"
cp "$out" "$scratch/b1.txt"
try 0 backtest 2025 --runs 40 --workers 7 --out "$scratch/b7"
diff -rq "$scratch/b1" "$scratch/b7" || fail "backtest --workers 7 writes other bytes than --workers 1"
same "$scratch/b1.txt" "$out" "backtest --workers 7 prints other bytes than --workers 1"

# A run of an experiment, played alone by the seed that outcomes.csv gives, ends
# in the state whose hash stands there.
line=$(sed -n 42p "$scratch/w1/outcomes.csv")
seed=$(cut -d, -f2 <<<"$line")
hash=$(awk -F, '{ print $NF }' <<<"$line")
try 0 run quartet --seed "$seed" --json
grep -qF "\"hash\": \"$hash\"" "$out" || fail "seed $seed of outcomes.csv played alone does not end with hash $hash"
