# Shared by the scripts here: where things are, and how to say that one failed.
# Source it from a script in this folder.

cd "$(dirname "${BASH_SOURCE[0]}")/.."
here=$PWD
export CGO_ENABLED=0 GOFLAGS="-buildvcs=false ${GOFLAGS:-}"
me=${0##*/}
failures=0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

say() { printf '%s: %s\n' "$me" "$*"; }

# fail notes a failure and goes on, so that one run tells all of them.
fail() {
	printf '%s: FAILED: %s\n' "$me" "$*" >&2
	failures=$((failures + 1))
}

die() {
	printf '%s: %s\n' "$me" "$*" >&2
	exit 1
}

# conclude ends the script by what was noted.
conclude() {
	if [ "$failures" -gt 0 ]; then die "$failures failed"; fi
	say "all is well"
}

# copy_tree copies the files of the project, uncommitted ones too, to a folder.
copy_tree() {
	mkdir -p "$1"
	if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
		git ls-files -co --exclude-standard -z | while IFS= read -r -d '' f; do
			if [ -e "$f" ]; then printf '%s\0' "$f"; fi
		done | tar -c --null -T - | tar -x -C "$1"
	else
		tar -c --exclude ./bin --exclude ./dist --exclude ./.git . | tar -x -C "$1"
	fi
}
