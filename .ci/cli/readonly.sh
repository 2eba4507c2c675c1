# A folder that may not be written. The rights of a folder do not bind root, who
# therefore tries as nobody; a path that leads through a file binds everybody.

say "unwritable folders"
: >"$scratch/file"
for line in "run quartet --series" "scenario export quartet" "montecarlo quartet --runs 50 --out"; do
	try 1 $line "$scratch/file/x"
	says "cannot write $scratch/file/x: not a directory"
done
[ -f "$scratch/file" ] && [ ! -s "$scratch/file" ] || fail "the file in the way was changed"

as=()
if [ "$(id -u)" -eq 0 ]; then as=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi
mkdir -m 555 "$scratch/locked"
if [ "${#as[@]}" -eq 0 ] || "${as[@]}" "$program" version >/dev/null 2>&1; then
	for line in "run quartet --series" "scenario export quartet" "montecarlo quartet --runs 50 --out"; do
		code=0
		${as[@]+"${as[@]}"} "$program" $line "$scratch/locked/x" >/dev/null 2>"$talk" </dev/null || code=$?
		[ "$code" -eq 1 ] || fail "entangle $line into a locked folder ends with $code, not 1"
		says "cannot write $scratch/locked/x: permission denied"
	done
	empty "$scratch/locked"
else
	say "NOTE: may not become another user here; only the path through a file was tried"
fi

# A folder that holds something is not overwritten.
mkdir "$scratch/taken"
echo precious >"$scratch/taken/notes"
try 2 scenario export quartet "$scratch/taken"
says "the folder is not empty"
try 2 montecarlo quartet --runs 50 --out "$scratch/taken"
says "--force"
[ "$(ls -A "$scratch/taken")" = notes ] || fail "something was written into a folder that was taken"
