# No terminal, no environment, no standard input, a pipe that closes early.

say "bare surroundings"
env -i "$program" run quartet --seed 1 --lang zh >"$out" 2>"$talk" <&- || fail "run without environment and standard input"
grep -q '四重奏' "$out" || fail "--lang zh prints no Chinese"
[ ! -s "$talk" ] || fail "run without a terminal says: $(head -c 300 "$talk")"
try 0 run quartet
if grep -q $'\033' "$out" "$talk"; then fail "colours or a bar without a terminal"; fi
try 0 montecarlo quartet --runs 200
if grep -q $'[\r\033]' "$out" "$talk"; then fail "montecarlo draws a bar without a terminal"; fi
