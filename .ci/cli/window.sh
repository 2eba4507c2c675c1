# The window where there is none: one sentence, code 1, no file; what is wrong with
# the command line is told first. A program without the window is static.

say "no display"
saved=$scratch/saved.jsonl
no_display() {
	local code=0
	env -u DISPLAY -u WAYLAND_DISPLAY "$@" >"$out" 2>"$talk" </dev/null || code=$?
	[ "$code" -eq 1 ] || fail "$* without a display ends with $code, not 1"
	says "cannot open a window"
	says "entangle run"
	[ "$(wc -l <"$talk")" -eq 1 ] || fail "more than one sentence: $(cat "$talk")"
	[ ! -s "$out" ] || fail "$* writes to standard output"
	gone "$saved"
}
no_display "$program" play quartet --company lumen --orders "$saved"
DISPLAY=:4711 no_display "$program" play
try 2 play quartet --company lumne
says 'did you mean "lumen"?'
try 2 play --company lumen
try 2 play --orders README.md
says "README.md:1: error: "
try 2 play quartet --orders "$scratch"

say "without the window"
go build -trimpath -tags headless -o "$scratch/program/headless" ./cmd/entangle
no_display "$scratch/program/headless" play quartet --company lumen --orders "$saved"
"$scratch/program/headless" run quartet >"$out.headless"
try 0 run quartet
same "$out" "$out.headless" "a run of the program without the window"
if readelf -l "$scratch/program/headless" 2>/dev/null | grep -q INTERP; then fail "the program without the window is not static"; fi
