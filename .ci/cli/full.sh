# A full disk: files are written whole or not at all, and the reason is told.
# A small file system of its own needs the right to mount one; where that is
# lacking, only devices that are always full are tried.

say "full disks"
for line in "run quartet" "run quartet --json" "montecarlo quartet --runs 50" "backtest 2025 --runs 5" "facts 2025" "list"; do
	code=0
	"$program" $line >/dev/full 2>"$talk" </dev/null || code=$?
	[ "$code" -eq 1 ] || fail "entangle $line >/dev/full ends with $code, not 1"
	says "no space left on device"
done
try 1 run quartet --series /dev/full
says "no space left on device"

own=()
if unshare -m true 2>/dev/null; then own=(unshare -m); elif unshare -rm true 2>/dev/null; then own=(unshare -rm); fi
mkdir "$scratch/disk"
if [ "${#own[@]}" -gt 0 ] && "${own[@]}" mount -t tmpfs -o size=64k tmpfs "$scratch/disk" 2>/dev/null; then
	"${own[@]}" .ci/cli/small-disk "$program" "$scratch/disk" || fail "full or read-only disk"
else
	say "NOTE: may not mount a small disk here; only /dev/full was tried, not --out and export"
fi
