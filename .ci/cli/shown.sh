# Documents and the examples of --help can be run as they are printed.

say "documents"
.ci/readme || fail "documents"

# examples prints "COMMAND<tab>EXAMPLE" for a command and all below it.
examples() {
	local help
	help=$("$program" "$@" --help </dev/null)
	awk -v of="$*" '/^Examples:/ { on = 1; next } !NF { on = 0 } on { sub(/^ +/, ""); print of "\t" $0 }' <<<"$help"
	awk '/^Available Commands:/ { on = 1; next } !NF { on = 0 } on { print $1 }' <<<"$help" | while read -r name; do
		examples "$@" "$name"
	done
}

# One folder an example, with the files that examples speak of.
say "examples of --help"
examples | sort -u >"$scratch/examples"
[ "$(wc -l <"$scratch/examples")" -ge 15 ] || fail "found $(wc -l <"$scratch/examples") examples of --help only"
while IFS=$'\t' read -r _ example; do
	case $example in
	"entangle bench") continue ;; # takes long; its --quick is run
	*fish*) continue ;;           # another shell
	"entangle play"*) continue ;; # needs a display: window.sh and make test-window play
	esac
	rm -rf "$scratch/example"
	mkdir "$scratch/example"
	(
		cd "$scratch/example"
		ln -s "$here/scenarios" scenarios
		cp scenarios/quartet/scenario.yaml mine.yaml
		printf 'companies: [{id: lumen, cash: $2B}]\n' >changes.yaml
		printf 'company,metric,kind,start,end,value,unit\nlumen,cash,stock,2025-05-01,2025-05-01,2,USD billion\n' >facts.csv
		case $example in *export*) ;; *./mine*) "$program" scenario export quartet mine 2>/dev/null ;; esac
		PATH=$scratch/program:$PATH bash -euo pipefail -c "$example"
	) >"$out" 2>"$talk" </dev/null || {
		cat "$talk" >&2
		fail "the example of --help: $example"
	}
done <"$scratch/examples"
